package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.limit.Limits;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is said of functions where they are declared. */
class FunctionTraitsTest {

  private static final Functions ALL = StandardFunctions.all();

  private static final List<String> CALLS =
      List.of(
          "randAlphaNum 3",
          "randAlpha 3",
          "randNumeric 3",
          "randAscii 3",
          "randBytes 3",
          "randInt 1 9",
          "shuffle \"abc\"",
          "uuidv4",
          "bcrypt \"a\"",
          "htpasswd \"a\" \"b\"",
          "encryptAES \"a\" \"b\"",
          "genPrivateKey \"ecdsa\"",
          "genCA \"a\" 1",
          "genSelfSignedCert \"a\" nil nil 1",
          "genSignedCert \"a\" nil nil 1 (genCA \"b\" 1)",
          "genCAWithKey \"a\" 1 (genPrivateKey \"ecdsa\")",
          "genSelfSignedCertWithKey \"a\" nil nil 1 (genPrivateKey \"ecdsa\")",
          "genSignedCertWithKey \"a\" nil nil 1 (genCA \"b\" 1) (genPrivateKey \"ecdsa\")");

  @Test
  void theRandomFunctionsAreThoseThatDraw() {
    // Of one address nothing is drawn, and a test asks no network for more.
    Set<String> drawing = new TreeSet<>(Set.of("getHostByName"));
    for (String call : CALLS) {
      int[] drawn = {0};
      RandomSource seeded = RandomSource.seeded(1);
      RandomSource counting =
          bytes -> {
            drawn[0]++;
            seeded.nextBytes(bytes);
          };
      new FunctionTable(ALL).evaluate(call, execution(counting));
      if (drawn[0] > 0) {
        drawing.add((call + " ").substring(0, (call + " ").indexOf(' ')));
      }
    }
    assertThat(ALL.only(Function::isRandom).names()).isEqualTo(drawing);
  }

  @Test
  void anotherNameIsTheSameFunction() {
    for (String name : List.of("first", "mustFirst", "last", "mustLast", "get", "dig", "index")) {
      assertThat(ALL.find(name).isPicking()).as(name).isTrue();
      assertThat(ALL.find(name).name()).isEqualTo(name);
    }
  }

  @Test
  void whatIsHelmsAloneIsLeftOutElsewhere() {
    Set<String> helms = ALL.only(Function::isHelms).names();
    assertThat(helms).contains("toYaml", "required", "lookup").doesNotContain("fail", "toJson");
    assertThat(StandardFunctions.withoutHelm().names())
        .doesNotContainAnyElementsOf(helms)
        .contains("fail", "toJson");
  }

  private static Execution execution(RandomSource random) {
    return new Execution(
        Limits.defaults(),
        InstantSource.system(),
        ZoneId.of("UTC"),
        random,
        ClusterReader.none(),
        true);
  }
}
