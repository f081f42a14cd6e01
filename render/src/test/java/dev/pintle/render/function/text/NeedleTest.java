package dev.pintle.render.function.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

  /** Long needles of few letters, with periods of all lengths, in texts that nearly hold them. */
  @Test
  void findsWhatTheJdkFinds() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 100_000; i++) {
      String part = letters(random, 1 + random.nextInt(12));
      String needle =
          letters(random, random.nextInt(4)) + part.repeat(90 / part.length()) + part.charAt(0);
      String miss = needle.substring(random.nextInt(needle.length()));
      String hay =
          letters(random, random.nextInt(9))
              + miss
              + (random.nextBoolean() ? needle : "")
              + part.repeat(random.nextInt(20))
              + (random.nextBoolean() ? needle : miss);
      int from = random.nextInt(hay.length());
      int at = Needle.of(needle).findIn(hay, from);
      assertThat(at).as("%s in %s from %s", needle, hay, from).isEqualTo(hay.indexOf(needle, from));
      found += at >= 0 ? 1 : 0;
    }
    assertThat(found).isBetween(10_000, 95_000);
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
