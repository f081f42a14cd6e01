package dev.pintle.cli.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.List;

/**
 * The lines in which two texts differ. To find the fewest takes time and memory that grow with the
 * square of their number; where they are very many, all between the first and the last is shown as
 * exchanged. Stateless.
 */
final class LineDifference {

  /** So many lines that come or go are looked for one by one. */
  private static final int MOST = 2_000;

  private LineDifference() {}

  /** Says that it goes on for too long. */
  private static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyException() {
      super(null, null, false, false);
    }
  }

  /** What makes the second of the first. */
  static Patch<String> between(List<String> before, List<String> after) {
    try {
      return DiffUtils.diff(before, after, new Patience());
    } catch (TooManyException many) {
      return exchanged(before, after);
    }
  }

  /** Ends the search where it would take long. */
  private static final class Patience implements DiffAlgorithmListener {
    @Override
    public void diffStart() {
      // Nothing is to be done.
    }

    @Override
    public void diffStep(int found, int most) {
      if (found > MOST) {
        throw new TooManyException();
      }
    }

    @Override
    public void diffEnd() {
      // Nothing is to be done.
    }
  }

  private static Patch<String> exchanged(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int same = 0;
    while (same < shorter && before.get(same).equals(after.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same
        && before
            .get(before.size() - 1 - sameAtEnd)
            .equals(after.get(after.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    Patch<String> patch = new Patch<>();
    patch.addDelta(
        new ChangeDelta<>(
            new Chunk<>(same, before.subList(same, before.size() - sameAtEnd)),
            new Chunk<>(same, after.subList(same, after.size() - sameAtEnd))));
    return patch;
  }
}
