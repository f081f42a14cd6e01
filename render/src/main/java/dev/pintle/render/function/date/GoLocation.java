package dev.pintle.render.function.date;

import dev.pintle.go.time.Zone;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoType;

/** Go's {@code *time.Location}: the zone that a time is shown in. */
record GoLocation(Zone zone) implements GoValue {

  /** A parameter that takes a zone. */
  static final Param<GoLocation> LOCATION = Param.of(GoType.LOCATION, GoLocation.class);

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
    return name.equals("String") ? Function.of(name, () -> goString()) : null;
  }
}
