package dev.pintle.apply.fabric8.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.compare.SameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Items once each, in the order of Kubernetes' own way, which looks at each pair. */
class DistinctItemsTest {

  private static List<Object> byEachPair(List<Object> items) {
    List<Object> distinct = new ArrayList<>(items);
    for (int i = 0; i < distinct.size(); i++) {
      for (int j = i + 1; j < distinct.size(); j++) {
        if (SameValue.test(distinct.get(i), distinct.get(j))) {
          Object last = distinct.remove(distinct.size() - 1);
          if (j < distinct.size()) {
            distinct.set(j, last);
          }
          j--;
        }
      }
    }
    return distinct;
  }

  @Test
  void areThoseOfLookingAtEachPair() {
    Object[] values = {"a", "b", "1", 1L, 1.0, 10.0, 10L, true, "c", 0.5};
    Random random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      List<Object> items =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(i -> values[random.nextInt(values.length)])
              .toList();
      assertThat(DistinctItems.of(items)).as(items.toString()).isEqualTo(byEachPair(items));
    }
  }
}
