package dev.pintle.chart;

import dev.pintle.go.time.Moment;
import dev.pintle.go.time.TimeFormatException;
import dev.pintle.go.time.Zone;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What {@code Chart.lock} says while it is read. */
final class LockDraft {

  private static final String RFC3339 = "2006-01-02T15:04:05Z07:00";

  private Moment generated = Moment.ZERO;
  private String digest = "";
  private List<DependencyDraft> dependencies = List.of();

  /**
   * Reads the file.
   *
   * @throws StructMismatchException if a field has the wrong type
   */
  void read(Table file) {
    for (Table.Slot slot : file.sorted()) {
      if (slot.getValue() == null) {
        continue;
      }
      String key = slot.getKey().toLowerCase(Locale.ROOT);
      StructField field = new StructField("Lock", key, slot.getValue(), slot.position());
      switch (key) {
        case "generated" -> generated = time(field);
        case "digest" -> digest = field.text();
        case "dependencies" -> dependencies = DependencyDraft.readAll(field, null);
        default -> {
          // Go's decoder leaves out what the struct has no field for.
        }
      }
    }
  }

  private static Moment time(StructField field) {
    if (!(field.value() instanceof String text)) {
      throw new StructMismatchException(
          "Time.UnmarshalJSON: input is not a JSON string", field.position());
    }
    try {
      return Moment.parse(RFC3339, text, Zone.UTC);
    } catch (TimeFormatException misfit) {
      throw new StructMismatchException(misfit.getMessage(), field.position());
    }
  }

  Lock toLock() {
    return new Lock(
        generated,
        digest,
        dependencies.stream().filter(Objects::nonNull).map(DependencyDraft::toDependency).toList());
  }
}
