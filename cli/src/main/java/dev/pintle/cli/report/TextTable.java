package dev.pintle.cli.report;

import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.TextParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in the layout of Helm's lists: columns as wide as their widest cell, tabs between. */
public final class TextTable {

  private final List<String[]> rows = new ArrayList<>();

  /** Adds a row; all of them have as many cells. */
  public void row(String... cells) {
    rows.add(Arrays.stream(cells).map(Visible::text).toArray(String[]::new));
  }

  /** The text, with a line break at its end even if there is no row. */
  public String text() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      lines.addAll(lines(row, widths));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A row has as many lines as its longest cell. */
  private static List<String> lines(String[] row, int... widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int x = 0; x < row.length; x++) {
      cells.add(TextParts.split(cut(row[x], widths[x]), '\n'));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      List<String> line = new ArrayList<>();
      for (int x = 0; x < row.length; x++) {
        List<String> cell = cells.get(x);
        // A cell without a line of its own there is a blank, padded like all others.
        String text = y < cell.size() ? cell.get(y) : "";
        line.add(text + " ".repeat(Math.max(0, widths[x] - columns(text))));
      }
      lines.add(String.join("\t", line));
    }
    return lines;
  }

  /**
   * A cell of several lines that is longer than the column is wide, all of them taken together, is
   * cut: Helm's tables look at the whole cell.
   */
  private static String cut(String cell, int width) {
    if (columns(cell) <= width) {
      return cell;
    }
    StringBuilder cut = new StringBuilder();
    int shown = 0;
    for (int at = 0; at < cell.length(); at = cell.offsetByCodePoints(at, 1)) {
      int c = cell.codePointAt(at);
      cut.appendCodePoint(c);
      int wide = columns(c);
      if (shown + wide >= width - 3) {
        break;
      }
      shown += wide;
    }
    return cut + "...";
  }

  private static int width(String cell) {
    return TextParts.split(cell, '\n').stream().mapToInt(TextTable::columns).max().orElse(0);
  }

  private static int columns(String text) {
    return text.codePoints().map(TextTable::columns).sum();
  }

  /** How many columns of a terminal a character takes. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (c < ' ' || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(c)
            || c >= 0x1100 && c <= 0x115F // Hangul
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0x3000 && c <= 0x33FF // Kana, and what goes with them
            || c >= 0xFF01 && c <= 0xFF60 // full width
            || c >= 0x1F300 && c <= 0x1F64F; // pictures
    return wide ? 2 : 1;
  }
}
