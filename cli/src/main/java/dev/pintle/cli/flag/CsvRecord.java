package dev.pintle.cli.flag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of comma-separated values as Go's {@code encoding/csv} reads it: a field that begins
 * with a quote may hold commas, newlines and doubled quotes. pflag reads lists in this form.
 */
public final class CsvRecord {

  /** Why a text is no such line, in Go's words. */
  public static final class FormatException extends Exception {
    private static final long serialVersionUID = 1;

    FormatException(String message) {
      super(message);
    }
  }

  private final String text;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private CsvRecord(String text) {
    this.text = text;
  }

  /** The fields of the first line; none if the text is empty. */
  public static List<String> fields(String text) throws FormatException {
    if (text.isEmpty()) {
      return List.of();
    }
    CsvRecord line = new CsvRecord(text);
    boolean more = true;
    while (more) {
      more = line.at < text.length() && text.charAt(line.at) == '"' ? line.quoted() : line.plain();
    }
    return line.fields;
  }

  /** Reads a field; true if another one follows. */
  private boolean plain() throws FormatException {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '"') {
        throw fault(at, "bare \" in non-quoted-field");
      }
      at++;
    }
    fields.add(text.substring(start, at));
    return at < text.length() && text.charAt(at++) == ',';
  }

  private boolean quoted() throws FormatException {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append(text.charAt(at++));
      } else {
        fields.add(field.toString());
        if (at == text.length() || text.charAt(at) == '\n') {
          return false;
        } else if (text.charAt(at++) != ',') {
          throw fault(at - 2, "extraneous or missing \" in quoted-field");
        }
        return true;
      }
    }
    throw fault(at, "extraneous or missing \" in quoted-field");
  }

  /** Columns are counted in bytes from one. */
  private FormatException fault(int where, String reason) {
    int line = 1 + (int) text.substring(0, where).chars().filter(c -> c == '\n').count();
    String record = line == 1 ? "" : "record on line 1; ";
    String before = text.substring(text.lastIndexOf('\n', where - 1) + 1, where);
    int column = before.getBytes(StandardCharsets.UTF_8).length + 1;
    return new FormatException(
        record + "parse error on line " + line + ", column " + column + ": " + reason);
  }
}
