package dev.pintle.go.yaml;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.strings.GoStrings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table of texts and what Go's library makes of them; how it is written stands in each table. */
public final class Expectations {

  private static final String ARROW = "  =>  ";

  private Expectations() {}

  /**
   * One line of a table.
   *
   * @param shown the text as the table has it
   * @param text the text, bytes that are no characters kept
   * @param result JSON, or {@code ! } and an error
   */
  public record Row(String shown, String text, String result) {

    /** What reading gives, as tables show it. */
    public String resultOf(Function<String, Object> read) {
      try {
        return JsonWriter.writeRaw(read.apply(text));
      } catch (YamlException e) {
        return "! " + e.getMessage().replace("\\", "\\\\").replace("\n", "\\n");
      } catch (JsonException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /** The rows of a table. */
  public static List<Row> of(String table) {
    try (InputStream in = Expectations.class.getResourceAsStream(table + ".txt")) {
      List<Row> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isEmpty() && !line.startsWith("##")) {
          int arrow = line.lastIndexOf(ARROW);
          String shown = line.substring(0, arrow);
          rows.add(new Row(shown, unescape(shown), line.substring(arrow + ARROW.length())));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String unescape(String shown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c != '\\') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      i++;
      switch (shown.charAt(i)) {
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case 'r' -> bytes.write('\r');
        case 's' -> bytes.write(' ');
        case '\\' -> bytes.write('\\');
        case 'x' -> {
          bytes.write(Integer.parseInt(shown.substring(i + 1, i + 3), 16));
          i += 2;
        }
        case 'u' -> {
          char code = (char) Integer.parseInt(shown.substring(i + 1, i + 5), 16);
          bytes.writeBytes(String.valueOf(code).getBytes(StandardCharsets.UTF_8));
          i += 4;
        }
        default -> throw new AssertionError("unknown escape in " + shown);
      }
    }
    return GoStrings.fromBytes(bytes.toByteArray());
  }
}
