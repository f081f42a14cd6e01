package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.semver.Version;
import dev.pintle.render.function.semver.SemverValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods that templates can call on what {@code semver} gives. */
class SemverValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Major ; 1U
          Minor ; 2U
          Patch ; 3U
          Prerelease ; "rc.1"
          Metadata ; "b"
          Original ; "v1.2.3-rc.1+b"
          String ; "1.2.3-rc.1+b"
          Value ; "1.2.3-rc.1+b"
          MarshalText ; bytes"1.2.3-rc.1+b"
          MarshalJSON ; bytes"\\"1.2.3-rc.1+b\\""
          IncMajor ; 2.0.0
          IncMinor ; 1.3.0
          IncPatch ; 1.2.3
          SetPrerelease "x.1" ; 1.2.3-x.1+b
          SetPrerelease "" ; 1.2.3+b
          SetPrerelease "x y" ; ! invalid prerelease string
          SetMetadata "m" ; 1.2.3-rc.1+m
          SetMetadata "." ; ! invalid metadata string
          Compare semver"1.2.3" ; -1
          Compare semver"1.2.3-rc.1" ; 0
          LessThan semver"1.2.3" ; true
          LessThanEqual semver"1.2.3" ; true
          GreaterThan semver"1.2.3" ; false
          GreaterThanEqual semver"1.2.3-rc.1+c" ; true
          Equal semver"1.2.3-rc.1+c" ; true
          Equal nil ; false
          """)
  void doAsInGo(String call, String expected) {
    assertThat(outcome(call)).isEqualTo(expected);
  }

  private static String outcome(String call) {
    int blank = (call + " ").indexOf(' ');
    SemverValue version = SemverValue.pointer(Version.parse("v1.2.3-rc.1+b"));
    Object[] arguments = Literals.read(call.substring(blank).strip()).toArray();
    try {
      Object result = version.method(call.substring(0, blank)).body().call(null, arguments);
      return result instanceof GoValue object ? object.goString() : Literals.show(result);
    } catch (FunctionException e) {
      return "! " + e.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource({"Original", "Compare", "LessThan", "Equal"})
  void whatIncMajorGivesHasNoMethodsOfThePointer(String method) {
    SemverValue pointer = SemverValue.pointer(Version.parse("1.2.3"));
    GoValue plain = (GoValue) pointer.method("IncMajor").body().call(null, new Object[0]);
    assertThat(pointer.method(method)).isNotNull();
    assertThat(plain.method(method)).isNull();
    assertThat(plain.goTypeName()).isEqualTo("semver.Version");
    assertThat(plain.goKind()).isEqualTo("struct");
  }
}
