package dev.pintle.cli.report;

import dev.pintle.go.strings.TextParts;
import java.util.List;

/**
 * Cells under one another as Go's {@code tabwriter} sets them with the settings of {@code kubectl}:
 * a column ends three blanks after its widest cell, is at least six wide, and reaches over adjacent
 * lines that have a cell to its right.
 */
final class AlignedCells {

  private static final int MIN_WIDTH = 6;
  private static final int PADDING = 3;

  private AlignedCells() {}

  /** The lines, each with its end. A tab in a cell begins another one. */
  static String text(List<List<String>> lines) {
    List<String[]> rows =
        lines.stream()
            .map(line -> TextParts.split(String.join("\t", line), '\t').toArray(String[]::new))
            .toList();
    int[][] widths = new int[rows.size()][];
    for (int row = 0; row < widths.length; row++) {
      widths[row] = new int[rows.get(row).length - 1];
    }
    for (int row = 0; row < widths.length; row++) {
      for (int column = 0; column < widths[row].length; column++) {
        boolean goesOn = row > 0 && column < widths[row - 1].length;
        widths[row][column] =
            goesOn ? widths[row - 1][column] : width(rows.subList(row, rows.size()), column);
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < widths.length; row++) {
      for (int column = 0; column < widths[row].length; column++) {
        String cell = rows.get(row)[column];
        text.append(cell).append(" ".repeat(widths[row][column] - length(cell)));
      }
      text.append(rows.get(row)[widths[row].length]).append('\n');
    }
    return text.toString();
  }

  /** The width of a column that begins in the first of these rows. */
  private static int width(List<String[]> rows, int column) {
    int width = MIN_WIDTH;
    for (String[] row : rows) {
      if (column >= row.length - 1) {
        break;
      }
      width = Math.max(width, length(row[column]) + PADDING);
    }
    return width;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
