package dev.pintle.schema;

import dev.pintle.limit.Budget;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.compile.SchemaCompilers;
import dev.pintle.schema.source.SchemaFault;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keeps compiled schemas, and why others could not be compiled, for as long as the bytes that they
 * were compiled from are in use elsewhere. Thread-safe.
 */
final class CompiledSchemas {

  /** One of the two. */
  private record Outcome(CompiledSchema schema, SchemaFault fault) {}

  private final SchemaCompilers compilers;
  private final int capacity;

  /** Arrays are equal only to themselves, so this asks for identity. */
  private final Map<byte[], Outcome> outcomes = new WeakHashMap<>();

  CompiledSchemas(SchemaCompilers compilers, int capacity) {
    this.compilers = compilers;
    this.capacity = capacity;
  }

  CompiledSchema compiled(byte[] json, Budget budget) {
    Outcome outcome;
    synchronized (outcomes) {
      outcome = outcomes.get(json);
    }
    if (outcome == null) {
      outcome = compile(json, budget);
      synchronized (outcomes) {
        if (outcomes.size() >= capacity) {
          outcomes.clear();
        }
        outcomes.put(json, outcome);
      }
    }
    if (outcome.fault != null) {
      throw outcome.fault;
    }
    return outcome.schema;
  }

  private Outcome compile(byte[] json, Budget budget) {
    try {
      return new Outcome(compilers.compile(json, budget), null);
    } catch (SchemaFault fault) {
      return new Outcome(null, fault);
    }
  }
}
