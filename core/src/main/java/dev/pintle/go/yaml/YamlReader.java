package dev.pintle.go.yaml;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads YAML as Helm does: as Go's {@code sigs.k8s.io/yaml} reads it, by way of yaml.v2 (a port of
 * libyaml, YAML 1.1) and JSON.
 *
 * <p>What is read is null, {@link Boolean}, {@link String}, {@link Double}, {@link Table} and
 * {@link Sequence}; tables are mutable. Of a text with several documents only the first is read,
 * and what follows it need not be well-formed. Of equal keys the last wins, unless the options say
 * that there must be none. Entries have the position of their key, items that of their value, if
 * the options name a file.
 *
 * <p>All methods throw a {@link YamlException} with Go's message if the text is not what is asked
 * for, nested too deeply, or repeats too much by aliases. They use no recursion, so a text cannot
 * exhaust the stack. Safe for use by several threads.
 */
public final class YamlReader {

  private static final String MAP = "map[string]interface {}";
  private static final String LIST = "[]interface {}";

  private YamlReader() {}

  /** Reads a value of any type, without positions; null if the text is empty. */
  public static Object read(String text) {
    return read(text, ReadOptions.defaults());
  }

  /** Reads a value of any type; null if the text is empty. */
  public static Object read(String text, ReadOptions options) {
    return new Composer(new Cursor(text, options), null).compose(true);
  }

  /**
   * Reads a part of a value, and checks the rest.
   *
   * <p>Unlike elsewhere, infinities and not-a-numbers in what is selected are no errors, since Go
   * takes them where a string is wanted; {@link JsonTypes#requireFinite} finds them.
   */
  public static Object readSelected(String text, ReadOptions options, KeySelection selection) {
    return new Composer(new Cursor(text, options), selection).compose(false);
  }

  /** Reads a mapping; an empty one if the text is empty or null. */
  public static Table readMap(String text, ReadOptions options) {
    Composer composer = new Composer(new Cursor(text, options), null);
    Object value = composer.compose(true);
    if (value == null) {
      return new Table();
    }
    if (value instanceof Table table) {
      return table;
    }
    throw composer.mismatch("Go value of type " + MAP);
  }

  /** Reads a list; an empty one if the text is empty or null. */
  public static Sequence readList(String text, ReadOptions options) {
    Composer composer = new Composer(new Cursor(text, options), null);
    Object value = composer.compose(true);
    if (value == null) {
      return Sequence.empty();
    }
    if (value instanceof Sequence sequence) {
      return sequence;
    }
    throw composer.mismatch("Go value of type " + LIST);
  }

  /**
   * Reads a file of values: one mapping for each of its documents, which the caller is to merge in
   * this order. Unlike in other YAML, a document ends at every line that starts with {@code ---},
   * whatever is around it.
   *
   * @throws YamlException with the message of Helm's {@code LoadValues}
   */
  public static List<Table> readValues(String text, ReadOptions options) {
    List<Table> tables = new ArrayList<>();
    DocumentSplitter documents = new DocumentSplitter(text, options);
    while (next(documents)) {
      try {
        tables.add(readMap(documents.text(), options.withFirstLine(documents.firstLine())));
      } catch (YamlException e) {
        throw e.within("cannot unmarshal yaml document: ");
      }
    }
    return tables;
  }

  private static boolean next(DocumentSplitter documents) {
    try {
      return documents.next();
    } catch (YamlException e) {
      throw e.within("error reading yaml document: ");
    }
  }
}
