package dev.pintle.render.function.text;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.ByteText;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.template.Execution;
import java.util.List;

/**
 * Sprig's functions that fit text into lines and widths. Widths count bytes, as in Go; what is cut
 * in two leaves bytes that are no UTF-8.
 */
public final class LayoutFunctions {

  private static final String MARK = "...";

  private LayoutFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("indent", INT, STRING, (x, spaces, text) -> indent(x, "", spaces, text)),
        of("nindent", INT, STRING, (x, spaces, text) -> indent(x, "\n", spaces, text)),
        of("abbrev", INT, STRING, LayoutFunctions::abbreviate),
        of("abbrevboth", INT, INT, STRING, LayoutFunctions::abbreviateBoth),
        of("wrap", INT, STRING, (x, width, text) -> wrap(x, width, "\n", false, text)),
        of("wrapWith", INT, STRING, STRING, LayoutFunctions::wrapWith));
  }

  private static String indent(Execution execution, String start, long spaces, String text) {
    String pad = StringFunctions.repeat(execution, spaces, " ");
    int lines = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lines++;
    }
    long size = start.length() + text.length() + (long) lines * pad.length();
    execution.willBuild(size);
    StringBuilder out = new StringBuilder((int) size).append(start).append(pad);
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      out.append(text, from, at + 1).append(pad);
      from = at + 1;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String abbreviate(long width, String text) {
    return width < 4 ? text : ByteText.apply(text, bytes -> abbreviated(bytes, 0, width));
  }

  private static String abbreviateBoth(long left, long right, String text) {
    if (right < 4 || left > 0 && right < 7) {
      return text;
    }
    return ByteText.apply(text, bytes -> abbreviated(bytes, left, right));
  }

  /**
   * Cuts a text to a width, at its end and, beyond the first few bytes, before an offset too.
   *
   * @param width 4 or more, and 7 or more with an offset
   */
  private static String abbreviated(String bytes, long wantedOffset, long width) {
    if (bytes.length() <= width) {
      return bytes;
    }
    int kept = (int) width - MARK.length();
    long offset = Math.min(wantedOffset, bytes.length());
    if (bytes.length() - offset < kept) {
      offset = bytes.length() - kept;
    }
    if (offset <= 4) {
      return bytes.substring(0, kept) + MARK;
    }
    if (width < 7) {
      return ""; // Go's subtraction above has wrapped around; what follows is an error there
    }
    if (offset + kept < bytes.length()) {
      return MARK + abbreviated(bytes.substring((int) offset), 0, kept);
    }
    return MARK + bytes.substring(bytes.length() - kept);
  }

  private static String wrapWith(Execution execution, long width, String lineBreak, String text) {
    return wrap(execution, width, lineBreak.isEmpty() ? "\n" : lineBreak, true, text);
  }

  private static String wrap(
      Execution execution, long wantedWidth, String lineBreak, boolean cutWords, String text) {
    long width = Math.max(wantedWidth, 1);
    if (GoStrings.length(text) <= width) {
      return text;
    }
    String separator = ByteText.of(lineBreak);
    return ByteText.apply(
        text, bytes -> wrapped(execution, (int) width, separator, cutWords, bytes));
  }

  private static String wrapped(
      Execution execution, int width, String lineBreak, boolean cutWords, String bytes) {
    StringBuilder out = new StringBuilder(bytes.length() + 16);
    int from = 0;
    while (bytes.length() - from > width) {
      if (bytes.charAt(from) == ' ') {
        from++;
        continue;
      }
      int space = lastSpace(bytes, from, from + width);
      int end;
      int next;
      if (space > from) {
        end = space;
        next = space + 1;
      } else if (cutWords) {
        end = from + width;
        next = end;
      } else {
        space = bytes.indexOf(' ', from + width);
        if (space < 0) {
          break;
        }
        end = space;
        next = space + 1;
      }
      execution.willBuild(out.length() + (long) end - from + lineBreak.length());
      out.append(bytes, from, end).append(lineBreak);
      from = next;
    }
    return out.append(bytes, from, bytes.length()).toString();
  }

  /** Where the last space after one index and not after another is; the first index if none is. */
  private static int lastSpace(String bytes, int after, int to) {
    int at = to;
    while (at > after && bytes.charAt(at) != ' ') {
      at--;
    }
    return at;
  }
}
