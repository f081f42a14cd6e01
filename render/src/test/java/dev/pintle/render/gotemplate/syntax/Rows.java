package dev.pintle.render.gotemplate.syntax;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tables of templates: under each line with a template stands a line with what is expected of it.
 * Lines that begin with a number sign are remarks. Where no line can be broken, {@code ⏎} stands
 * for a line feed, {@code ⇥} for a tab, {@code ␍} for a carriage return.
 */
final class Rows {

  private Rows() {}

  /** The rows of a table in this package's resources. */
  static Stream<Arguments> of(String table) {
    try (var in = Rows.class.getResourceAsStream(table);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines =
          reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
      List<Arguments> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += 2) {
        rows.add(arguments(lines.get(i), lines.get(i + 1)));
      }
      return rows.stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text that a line stands for. */
  static String unfold(String line) {
    return line.replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r');
  }

  /** The line that stands for a text. */
  static String fold(String text) {
    return text.replace('\n', '⏎').replace('\t', '⇥').replace('\r', '␍');
  }
}
