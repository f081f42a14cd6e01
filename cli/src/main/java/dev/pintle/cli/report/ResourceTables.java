package dev.pintle.cli.report;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables that an API server makes of objects, as {@code kubectl get} and with it {@code helm
 * status} print them: each table by itself, with a header where its columns are not those of the
 * table before.
 */
final class ResourceTables {

  private final Instant now;
  private List<Table> lastColumns = List.of();
  private boolean headerPrinted;
  private boolean ownHeader;

  /**
   * Tables.
   *
   * @param now what the age of objects is counted to of which the server made no table
   */
  ResourceTables(Instant now) {
    this.now = now;
  }

  /**
   * All tables under the kinds that they are of.
   *
   * @param resources tables by kind, or objects themselves
   */
  String text(Map<String, List<Table>> resources) {
    StringBuilder text = new StringBuilder();
    resources.forEach(
        (kind, tables) -> {
          text.append("==> ").append(kind).append('\n');
          tables.forEach(table -> text.append(AlignedCells.text(lines(table))));
          text.append('\n');
        });
    return text.toString();
  }

  private List<List<String>> lines(Table table) {
    return "Table".equals(table.get("kind")) ? linesOfTable(table) : linesOfObject(table);
  }

  private List<List<String>> linesOfTable(Table table) {
    List<Table> columns = tables(table.get("columnDefinitions"));
    List<Table> rows = tables(table.get("rows"));
    List<List<String>> lines = new ArrayList<>();
    headerPrinted &= columns.equals(lastColumns);
    lastColumns = columns;
    if (!rows.isEmpty() && !headerPrinted) {
      lines.add(
          columns.stream()
              .filter(ResourceTables::isShown)
              .map(column -> String.valueOf(column.get("name")).toUpperCase(Locale.ROOT))
              .toList());
      headerPrinted = true;
    }
    for (Table row : rows) {
      List<String> cells = new ArrayList<>();
      Sequence values = row.get("cells") instanceof Sequence given ? given : Sequence.of();
      for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
        if (isShown(columns.get(i))) {
          cells.add(cell(values.get(i)));
        }
      }
      lines.add(cells);
    }
    return lines;
  }

  /** Columns of a priority are for those who ask for more. */
  private static boolean isShown(Table column) {
    return !(column.get("priority") instanceof Number priority) || priority.intValue() == 0;
  }

  private static List<Table> tables(Object items) {
    return items instanceof Sequence given
        ? given.stream().filter(Table.class::isInstance).map(Table.class::cast).toList()
        : List.of();
  }

  /** One line of a value, without what would tell a terminal to do something. */
  private static String cell(Object value) {
    if (value instanceof String text) {
      int end = 0;
      while (end < text.length() && "\f\n\r".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String line = text.substring(0, end);
      return line.replace("\u001b", "^[") + (line.length() < text.length() ? "..." : "");
    }
    return value == null ? "" : plain(value);
  }

  /** As Go's {@code %v} has it, to which a number without a fraction is an integer. */
  private static String plain(Object value) {
    if (value instanceof Double number) {
      boolean isWhole = number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
      return isWhole ? Long.toString(number.longValue()) : GoNumbers.shortest(number);
    }
    return value.toString();
  }

  private List<List<String>> linesOfObject(Table object) {
    List<List<String>> lines = new ArrayList<>();
    if (!ownHeader) {
      lines.add(List.of("NAME", "AGE"));
      ownHeader = true;
    }
    Table metadata = object.get("metadata") instanceof Table given ? given : new Table();
    Object name = metadata.get("name");
    lines.add(List.of(name == null ? "" : name.toString(), age(metadata.get("creationTimestamp"))));
    return lines;
  }

  private String age(Object created) {
    try {
      return created == null
          ? "<unknown>"
          : ShownAge.of(Duration.between(Instant.parse(created.toString()), now));
    } catch (DateTimeException noTime) {
      return "<unknown>";
    }
  }
}
