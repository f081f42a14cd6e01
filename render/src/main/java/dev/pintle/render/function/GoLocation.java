package dev.pintle.render.function;

import dev.pintle.time.Zone;
import dev.pintle.values.GoType;
import java.util.List;

/** Go's {@code *time.Location}: the zone that a time is shown in. */
record GoLocation(Zone zone) implements GoValue {

  @Override
  public String goTypeName() {
    return GoType.LOCATION.goName();
  }

  @Override
  public String goKind() {
    return GoType.LOCATION.goKind();
  }

  @Override
  public String goString() {
    return zone.name();
  }

  @Override
  public Function method(String name) {
    return name.equals("String")
        ? new Function(name, List.of(), null, (execution, a) -> goString())
        : null;
  }
}
