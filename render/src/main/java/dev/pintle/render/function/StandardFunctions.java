package dev.pintle.render.function;

/** All functions that a Helm chart's templates can call, but those that run templates. */
public final class StandardFunctions {

  private StandardFunctions() {}

  /** Go's, Sprig's and Helm's functions; where two have the same name, Helm's holds. */
  public static Functions all() {
    return Functions.builder()
        .with(BuiltinFunctions::register)
        .with(DateFunctions::register)
        .with(RegexFunctions::register)
        .with(HelmFunctions::register)
        .build();
  }
}
