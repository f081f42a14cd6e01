package dev.pintle.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Where chance comes from: the same seed throws the same numbers on every machine. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True in so many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from 0 to one below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> all) {
    return all.get(below(all.size()));
  }
}
