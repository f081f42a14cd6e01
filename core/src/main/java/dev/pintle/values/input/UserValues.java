package dev.pintle.values.input;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a user gives for a release, from files and flags, and their merging: first the
 * files, then {@code --set-json}, {@code --set}, {@code --set-string}, {@code --set-file} and
 * {@code --set-literal}, each in the order given; what comes later wins. This is Helm's order.
 *
 * <p>Mutable while values are added; not safe for use by several threads.
 */
public final class UserValues {

  private record Flag(SetFlag kind, String text) {}

  /** Gives one part of the values, new and mutable each time. */
  @FunctionalInterface
  private interface Source {
    Table load(ValuesFileReader reader, Budget budget);
  }

  private static final List<SetFlag> ORDER =
      List.of(
          SetFlag.SET_JSON, SetFlag.SET, SetFlag.SET_STRING, SetFlag.SET_FILE, SetFlag.SET_LITERAL);

  private final List<Source> sources = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();

  /** Adds a values file: {@code -f}. It is read when the values are merged. */
  public UserValues file(String name) {
    sources.add((reader, budget) -> read(name, reader, budget));
    return this;
  }

  /** Adds values that are there already, as if they stood in a file; they are copied. */
  public UserValues table(Table values) {
    Table copy = values.deepCopy().freeze();
    sources.add((reader, budget) -> copy.deepCopy());
    return this;
  }

  /** Adds the text of a flag. */
  public UserValues flag(SetFlag kind, String text) {
    flags.add(new Flag(kind, text));
    return this;
  }

  /**
   * Merges everything that was added into a new, mutable table.
   *
   * @param reader gives the content of values files and of the files of {@code --set-file}
   * @throws PintleException with Helm's message if a file or flag is at fault
   */
  public Table merge(ValuesFileReader reader, Limits limits) {
    return merge(reader, limits, null);
  }

  /**
   * The same, and looks for what changes its type on the way.
   *
   * @param warnings gets what is found; null if it is not wanted
   */
  public Table merge(ValuesFileReader reader, Limits limits, List<Diagnostic> warnings) {
    Budget budget = new Budget(limits, "reading the values");
    Table merged = new Table();
    for (Source source : sources) {
      Table values = source.load(reader, budget);
      if (warnings != null) {
        warnings.addAll(ChangedTypes.of(values, merged, budget));
      }
      merged.mergeIn(values);
    }
    for (SetFlag kind : ORDER) {
      for (Flag flag : flags) {
        if (flag.kind == kind) {
          if (warnings != null) {
            warnings.addAll(ChangedTypes.of(alone(flag, budget), merged, budget));
          }
          kind.apply(flag.text, merged, reader, budget);
        }
      }
    }
    return merged;
  }

  /** What a flag sets; of a file, only that it is a string. */
  private static Table alone(Flag flag, Budget budget) {
    Table values = new Table();
    flag.kind.apply(flag.text, values, (file, within) -> new byte[0], budget);
    return values;
  }

  private static Table read(String name, ValuesFileReader reader, Budget budget) {
    byte[] data;
    try {
      data = reader.read(name, budget.limits());
    } catch (IOException e) {
      throw new PintleException(
          e.getMessage(),
          Diagnostic.of(Diagnostic.Kind.VALUES, e.getMessage(), new Position(name, 0, 0)),
          e);
    }
    try {
      return ValuesText.read(data, name, budget);
    } catch (YamlException e) {
      throw e.within("failed to parse " + name + ": ");
    }
  }
}
