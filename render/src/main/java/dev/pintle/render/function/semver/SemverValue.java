package dev.pintle.render.function.semver;

import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.semver.Version;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A semantic version as templates see it: the {@code *semver.Version} that {@code semver} gives, or
 * the {@code semver.Version} that its {@code IncMajor} gives, which has fewer methods in Go.
 */
public final class SemverValue implements GoValue {

  private static final Param<SemverValue> VERSION = Param.of(GoType.VERSION, SemverValue.class);

  private final Version version;
  private final boolean pointer;

  private SemverValue(Version version, boolean pointer) {
    this.version = version;
    this.pointer = pointer;
  }

  /** What {@code semver} gives. */
  public static SemverValue pointer(Version version) {
    return new SemverValue(version, true);
  }

  private static SemverValue plain(Version version) {
    return new SemverValue(version, false);
  }

  /** What Go has for a version of this type that was never set. */
  public SemverValue zero() {
    return new SemverValue(Version.ZERO, pointer);
  }

  @Override
  public String goTypeName() {
    return pointer ? "*semver.Version" : "semver.Version";
  }

  @Override
  public String goKind() {
    return pointer ? "ptr" : "struct";
  }

  @Override
  public String goString() {
    return version.toString();
  }

  @Override
  public Object jsonValue() {
    return version.toString();
  }

  @Override
  public Function method(String name) {
    return switch (name) {
      case "Major" -> niladic(name, GoUint64.of(version.major()));
      case "Minor" -> niladic(name, GoUint64.of(version.minor()));
      case "Patch" -> niladic(name, GoUint64.of(version.patch()));
      case "Prerelease" -> niladic(name, version.prerelease());
      case "Metadata" -> niladic(name, version.metadata());
      case "String", "Value" -> niladic(name, version.toString());
      case "MarshalText" -> niladic(name, GoStrings.toBytes(version.toString()));
      case "MarshalJSON" -> niladic(name, GoStrings.toBytes('"' + version.toString() + '"'));
      case "IncMajor" -> changed(name, version::nextMajor);
      case "IncMinor" -> changed(name, version::nextMinor);
      case "IncPatch" -> changed(name, version::nextPatch);
      case "SetPrerelease" ->
          Function.of(name, STRING, text -> changed(() -> version.withPrerelease(text)));
      case "SetMetadata" ->
          Function.of(name, STRING, text -> changed(() -> version.withMetadata(text)));
      default -> pointer ? pointerMethod(name) : null;
    };
  }

  /** Those that Go declares for the pointer, and finds on nothing else. */
  private Function pointerMethod(String name) {
    return switch (name) {
      case "Original" -> niladic(name, version.original());
      case "Compare" -> compared(name, order -> GoInt.of(Integer.signum(order)));
      case "LessThan" -> compared(name, order -> order < 0);
      case "LessThanEqual" -> compared(name, order -> order <= 0);
      case "GreaterThan" -> compared(name, order -> order > 0);
      case "GreaterThanEqual" -> compared(name, order -> order >= 0);
      case "Equal" -> compared(name, order -> order == 0);
      default -> null;
    };
  }

  private static Function niladic(String name, Object result) {
    return Function.of(name, () -> result);
  }

  private static Function changed(String name, Supplier<Version> change) {
    return Function.of(name, () -> changed(change));
  }

  private static SemverValue changed(Supplier<Version> change) {
    return plain(SemverFunctions.checked(change));
  }

  private Function compared(String name, IntFunction<Object> result) {
    return Function.of(
        name,
        VERSION,
        other -> {
          if (other != null) {
            return result.apply(version.compareTo(other.version));
          }
          if (name.equals("Equal")) {
            return false;
          }
          throw FunctionException.nilPointer();
        });
  }

  /** Go compares the fields, the original text among them. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SemverValue that
        && pointer == that.pointer
        && version.original().equals(that.version.original())
        && version.toString().equals(that.version.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(pointer, version.original());
  }

  @Override
  public String toString() {
    return version.toString();
  }
}
