package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One validation of one instance: what networknt carries through it, and what it may still spend.
 */
public final class Validation extends ExecutionContext {

  private final int maxDepth;
  private final long maxReferences;
  private final Set<Application> underway = new HashSet<>();
  private int depth;
  private long references;

  /** A schema that is applied to the value at a location; both are told apart by identity. */
  private record Application(JsonNode schema, NodePath location) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Application that
          && schema == that.schema
          && location == that.location;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(schema) ^ System.identityHashCode(location);
    }
  }

  /**
   * A validation within limits: references that lead into each other, and all that are followed.
   */
  public Validation(int maxDepth, long maxReferences) {
    this.maxDepth = maxDepth;
    this.maxReferences = maxReferences;
  }

  void enterReference() {
    if (++depth > maxDepth) {
      throw new ValidationLimitException(
          "schema references are nested deeper than " + maxDepth + " levels");
    } else if (++references > maxReferences) {
      throw new ValidationLimitException(
          "schema references were followed more than " + maxReferences + " times");
    }
  }

  void leaveReference() {
    depth--;
  }

  /**
   * Whether a value meets a schema, aside from the validation proper; false for a schema that is
   * being asked about that value already.
   */
  boolean meets(Schema schema, JsonNode value, NodePath location) {
    Application application = new Application(schema.getSchemaNode(), location);
    if (!underway.add(application)) {
      return false;
    }
    enterReference();
    try {
      return errorsOf(() -> schema.validate(this, value, value, location)).isEmpty();
    } finally {
      leaveReference();
      underway.remove(application);
    }
  }

  /** The errors that something reports, which do not become errors of this validation. */
  List<Error> errorsOf(Runnable part) {
    List<Error> before = getErrors();
    List<Error> own = new ArrayList<>();
    setErrors(own);
    try {
      part.run();
    } finally {
      setErrors(before);
    }
    return own;
  }
}
