package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What becomes of a text that Go's {@code sigs.k8s.io/yaml} writes: it is put into JSON, and that
 * is read as YAML. All but a few characters pass unchanged.
 */
final class JsonPassage {

  private static final char NEXT_LINE = '\u0085';

  /** How long a key with its quotes may be for yaml.v2 to see that it is one. */
  private static final int MAX_QUOTED_KEY = 1024;

  private JsonPassage() {}

  /** The text after its passage. */
  static String of(String text) throws YamlWriteException {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7F) {
        return changed(text, i);
      }
    }
    return text;
  }

  /** A key after its passage, which long keys do not survive. */
  static String ofKey(String key) throws YamlWriteException {
    if (key.length() > MAX_QUOTED_KEY / 6 && quotedLength(key) > MAX_QUOTED_KEY
        || key.indexOf(NEXT_LINE) >= 0) {
      throw new YamlWriteException("yaml: did not find expected ',' or '}'");
    }
    return of(key);
  }

  /** Entries after the passage of their keys: of those that become equal the last is left. */
  static Map.Entry<String, Object>[] ofEntries(Map.Entry<String, Object>[] entries) {
    for (Map.Entry<String, Object> entry : entries) {
      if (hasEscape(entry.getKey())) {
        return withValidKeys(entries);
      }
    }
    return entries;
  }

  private static boolean hasEscape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0xDC80 && GoStrings.isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked") // There are no arrays of generic types.
  private static Map.Entry<String, Object>[] withValidKeys(Map.Entry<String, Object>[] entries) {
    Map<String, Object> valid = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : entries) {
      valid.put(GoStrings.replaceEscapes(entry.getKey()), entry.getValue());
    }
    return valid.entrySet().toArray(new Map.Entry[0]);
  }

  private static String changed(String text, int from) throws YamlWriteException {
    boolean foreign = false;
    boolean nextLine = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == NEXT_LINE) {
        nextLine = true;
      } else if (c >= 0x7F && c < 0xA0 || c == '\uFFFE' || c == '\uFFFF') {
        // JSON has these as they are; YAML has none of them.
        throw new YamlWriteException("yaml: control characters are not allowed");
      }
      foreign |= c >= 0xDC80 && GoStrings.isEscape(text, i);
    }
    String valid = foreign ? GoStrings.replaceEscapes(text) : text;
    return nextLine ? foldNextLines(valid) : valid;
  }

  /**
   * JSON has U+0085 as it is, and YAML folds lines there: one becomes a blank, of several all but
   * the first become line breaks, and the blanks around them are lost.
   */
  private static String foldNextLines(String text) throws YamlWriteException {
    StringBuilder folded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int breaks = 0;
      while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == NEXT_LINE)) {
        breaks += text.charAt(end) == NEXT_LINE ? 1 : 0;
        end++;
      }
      if (breaks == 0) {
        end = Math.max(end, at + 1);
        folded.append(text, at, end);
      } else {
        folded.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
        if (text.charAt(end - 1) == NEXT_LINE && startsLikeDocument(text, end)) {
          throw new YamlWriteException("yaml: found unexpected document indicator");
        }
      }
      at = end;
    }
    return folded.toString();
  }

  /** Three dashes or dots at the start of a line are no text, if a blank follows. */
  private static boolean startsLikeDocument(String text, int at) {
    return (text.startsWith("---", at) || text.startsWith("...", at))
        && at + 3 < text.length()
        && (text.charAt(at + 3) == ' ' || text.charAt(at + 3) == NEXT_LINE);
  }

  private static int quotedLength(String text) {
    int length = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length +=
          switch (c) {
            case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 2;
            case '<', '>', '&', '\u2028', '\u2029' -> 6;
            default -> {
              if (c < ' ' || GoStrings.isEscape(text, i)) {
                yield 6;
              }
              yield Character.isLowSurrogate(c) ? 0 : 1;
            }
          };
    }
    return length;
  }
}
