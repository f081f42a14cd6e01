package dev.pintle.render.function.text;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.ByteText;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import java.util.BitSet;
import java.util.List;

/**
 * Sprig's functions that look into strings and cut them. Lengths and positions count bytes, as in
 * Go; a character cut in two leaves bytes that are no UTF-8.
 */
public final class StringFunctions {

  private static final int MAX_BYTES_PER_CHAR = 3;

  private StringFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("trim", STRING, GoStrings::trimSpace),
        of("trimAll", STRING, STRING, StringFunctions::trimAll).alsoCalled("trimall"),
        of("trimPrefix", STRING, STRING, StringFunctions::trimPrefix),
        of("trimSuffix", STRING, STRING, StringFunctions::trimSuffix),
        of("contains", STRING, STRING, StringFunctions::contains),
        of("hasPrefix", STRING, STRING, StringFunctions::hasPrefix),
        of("hasSuffix", STRING, STRING, StringFunctions::hasSuffix),
        of("replace", STRING, STRING, STRING, StringFunctions::replace),
        of("trunc", INT, STRING, StringFunctions::trunc),
        of("substr", INT, INT, STRING, StringFunctions::substring),
        of("repeat", INT, STRING, StringFunctions::repeat),
        of("nospace", STRING, StringFunctions::withoutSpace),
        of("initials", STRING, StringFunctions::initials),
        of("plural", STRING, STRING, INT, (one, many, count) -> count == 1 ? one : many));
  }

  private static String trimAll(String cutset, String text) {
    BitSet cut = Runes.setOf(cutset);
    int start = 0;
    int end = text.length();
    while (start < end) {
      int rune = Runes.at(text, start);
      if (!cut.get(rune)) {
        break;
      }
      start += Character.charCount(rune);
    }
    while (end > start) {
      int rune = Runes.before(text, end);
      if (!cut.get(rune)) {
        break;
      }
      end -= Character.charCount(rune);
    }
    return text.substring(start, end);
  }

  private static boolean contains(String part, String text) {
    if (ByteText.hasStrayBytes(part)) {
      return contains(ByteText.of(part), ByteText.of(text));
    }
    return Needle.of(part).findIn(text, 0) >= 0;
  }

  private static boolean hasPrefix(String prefix, String text) {
    if (ByteText.hasStrayBytes(prefix)) {
      return ByteText.of(text).startsWith(ByteText.of(prefix));
    }
    return text.startsWith(prefix);
  }

  private static boolean hasSuffix(String suffix, String text) {
    if (ByteText.hasStrayBytes(suffix)) {
      return ByteText.of(text).endsWith(ByteText.of(suffix));
    }
    return text.endsWith(suffix);
  }

  private static String trimPrefix(String prefix, String text) {
    if (ByteText.hasStrayBytes(prefix)) {
      return ByteText.apply(text, bytes -> trimPrefix(ByteText.of(prefix), bytes));
    }
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String trimSuffix(String suffix, String text) {
    if (ByteText.hasStrayBytes(suffix)) {
      return ByteText.apply(text, bytes -> trimSuffix(ByteText.of(suffix), bytes));
    }
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String replace(Execution execution, String old, String replacement, String text) {
    if (old.isEmpty()) {
      return replaceBetweenRunes(execution, replacement, text);
    }
    if (ByteText.hasStrayBytes(old)) {
      String bytes = ByteText.of(text);
      return ByteText.toText(replace(execution, ByteText.of(old), ByteText.of(replacement), bytes));
    }
    int growth = replacement.length() - old.length();
    if (growth > 0) {
      execution.willBuild(text.length() + (long) growth * (text.length() / old.length()));
    }
    return replaced(Needle.of(old), replacement, text);
  }

  private static String replaced(Needle old, String replacement, String text) {
    int at = old.findIn(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = old.findIn(text, from)) {
      result.append(text, from, at).append(replacement);
      from = at + old.length();
    }
    return result.append(text, from, text.length()).toString();
  }

  /** An empty text is found before each character and at the end. */
  private static String replaceBetweenRunes(Execution execution, String replacement, String text) {
    execution.willBuild(text.length() + (long) replacement.length() * (text.length() + 1));
    StringBuilder result = new StringBuilder(replacement);
    for (int i = 0; i < text.length(); ) {
      int next = i + Character.charCount(text.codePointAt(i));
      result.append(text, i, next).append(replacement);
      i = next;
    }
    return result.toString();
  }

  private static String trunc(long count, String text) {
    if (count >= text.length() * (long) MAX_BYTES_PER_CHAR) {
      return text;
    }
    int length = GoStrings.length(text);
    if (count < 0 && length + count > 0) {
      return GoStrings.slice(text, (int) (length + count), length);
    }
    return count >= 0 && length > count ? GoStrings.slice(text, 0, (int) count) : text;
  }

  private static String substring(long start, long end, String text) {
    int length = GoStrings.length(text);
    if (start < 0) {
      checkBounds(end >= 0 && end <= length, "[:", end, "]", length);
      return GoStrings.slice(text, 0, (int) end);
    }
    if (end < 0 || end > length) {
      checkBounds(start <= length, "[" + start + ":", length, "]", -1);
      return GoStrings.slice(text, (int) start, length);
    }
    checkBounds(start <= end, "[" + start + ":", end, "]", -1);
    return GoStrings.slice(text, (int) start, (int) end);
  }

  /** Says it as Go's runtime does, which names the length only for an end beyond it. */
  private static void checkBounds(
      boolean within, String before, long bound, String after, int length) {
    if (!within) {
      throw new FunctionException(
          "runtime error: slice bounds out of range "
              + before
              + bound
              + after
              + (length >= 0 && bound >= 0 ? " with length " + length : ""));
    }
  }

  /** Go's {@code strings.Repeat}, within the limits of the execution. */
  static String repeat(Execution execution, long count, String text) {
    if (count < 0) {
      throw new FunctionException("strings: negative Repeat count");
    }
    if (text.isEmpty()) {
      return "";
    }
    long high = Math.multiplyHigh(count, text.length());
    long low = count * text.length();
    execution.willBuild(high != 0 || low < 0 ? Long.MAX_VALUE : low);
    return text.repeat((int) count);
  }

  /**
   * Drops the bytes that are spaces as Latin-1; if there are any, the others become Latin-1 too.
   */
  private static String withoutSpace(String text) {
    String bytes = ByteText.of(text);
    StringBuilder kept = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      if (!GoStrings.isSpace(bytes.charAt(i))) {
        kept.append(bytes.charAt(i));
      }
    }
    return kept.length() == bytes.length() ? text : kept.toString();
  }

  /** The first byte of each word, as Latin-1. */
  private static String initials(String text) {
    String bytes = ByteText.of(text);
    StringBuilder initials = new StringBuilder();
    boolean between = true;
    for (int i = 0; i < bytes.length(); i++) {
      boolean space = GoStrings.isSpace(bytes.charAt(i));
      if (between && !space) {
        initials.append(bytes.charAt(i));
      }
      between = space;
    }
    return initials.toString();
  }
}
