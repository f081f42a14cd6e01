package dev.pintle.render.function.encoding;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.time.Moment;
import dev.pintle.go.time.Zone;
import dev.pintle.go.time.Zones;
import dev.pintle.go.toml.TomlException;
import dev.pintle.go.toml.TomlReader;
import dev.pintle.go.toml.TomlWriter;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.date.GoTime;
import dev.pintle.template.Execution;
import dev.pintle.values.GoObject;
import dev.pintle.values.Table;
import java.util.List;

/**
 * Helm's functions for TOML. What {@code toToml} cannot write gives the error's text as its result,
 * what {@code fromToml} cannot read a map with the key {@code Error}.
 */
public final class TomlFunctions {

  private static final String DATE_TIME = "2006-01-02T15:04:05.999999999";

  private final Zones zones = new Zones();

  private TomlFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    TomlFunctions toml = new TomlFunctions();
    return List.of(
        of("toToml", ANY, toml::toToml).ofHelm(),
        of("mustToToml", ANY, toml::mustToToml).ofHelm(),
        of("fromToml", STRING, toml::fromToml).ofHelm());
  }

  private String toToml(Execution execution, Object value) {
    try {
      return write(execution, value);
    } catch (TomlException e) {
      return e.getMessage();
    }
  }

  private String mustToToml(Execution execution, Object value) {
    try {
      return write(execution, value);
    } catch (TomlException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static String write(Execution execution, Object value) throws TomlException {
    if (value == null) {
      throw new FunctionException("reflect: call of reflect.Value.Type on zero Value");
    }
    return TomlWriter.write(value, TomlFunctions::written, execution::willBuild);
  }

  /** The text of a time; dates and times of TOML that have no zone are told by that of Go's. */
  private static String written(GoObject object) {
    if (!(object instanceof GoTime time)) {
      return null;
    }
    Moment moment = time.moment();
    Moment utc = moment.in(Zone.UTC);
    return switch (moment.zone().name()) {
      case TomlReader.LOCAL_DATE_TIME -> utc.format(DATE_TIME);
      case TomlReader.LOCAL_DATE -> utc.format("2006-01-02");
      case TomlReader.LOCAL_TIME -> utc.format("15:04:05.999999999");
      default -> moment.format(DATE_TIME + "Z07:00");
    };
  }

  private Table fromToml(Execution execution, String text) {
    SerializationFunctions.willRead(execution, text);
    Zone local = zones.local(execution.zone());
    int offset = local.at(execution.clock().instant().getEpochSecond()).offset();
    try {
      return TomlReader.read(
          text, new TomlReader.Dates(local, offset, moment -> new GoTime(moment, false, local)));
    } catch (TomlException e) {
      Table table = new Table();
      table.put("Error", e.getMessage());
      return table;
    }
  }
}
