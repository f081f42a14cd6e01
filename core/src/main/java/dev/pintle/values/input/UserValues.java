package dev.pintle.values.input;

import dev.pintle.values.Table;
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

  private static final List<SetFlag> ORDER =
      List.of(
          SetFlag.SET_JSON, SetFlag.SET, SetFlag.SET_STRING, SetFlag.SET_FILE, SetFlag.SET_LITERAL);

  private final List<Object> files = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();

  /** Adds a values file: {@code -f}. It is read when the values are merged. */
  public UserValues file(String name) {
    files.add(name);
    return this;
  }

  /** Adds values that are there already, as if they stood in a file; they are copied. */
  public UserValues table(Table values) {
    files.add(values.deepCopy());
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
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if a file or flag is at fault
   */
  public Table merge(ValuesFileReader reader) {
    Table merged = new Table();
    for (Object file : files) {
      merged.mergeIn(
          file instanceof Table table ? table.deepCopy() : ValuesText.load((String) file, reader));
    }
    for (SetFlag kind : ORDER) {
      for (Flag flag : flags) {
        if (flag.kind == kind) {
          kind.apply(flag.text, merged, reader);
        }
      }
    }
    return merged;
  }
}
