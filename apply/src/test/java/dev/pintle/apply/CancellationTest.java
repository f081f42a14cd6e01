package dev.pintle.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final List<String> heard = new ArrayList<>();

  @Test
  void tellsListenersOnce() {
    cancellation.onCancel(() -> heard.add("one"));
    cancellation.cancel("enough");
    cancellation.cancel("again");
    assertThat(heard).containsExactly("one");
    assertThat(cancellation.reason()).isEqualTo("enough");
  }

  @Test
  void tellsLateListenersAtOnce() {
    cancellation.cancel("enough");
    cancellation.onCancel(() -> heard.add("late"));
    assertThat(heard).containsExactly("late");
  }

  @Test
  void forgetsThoseThatLeft() {
    cancellation.onCancel(() -> heard.add("gone")).run();
    cancellation.cancel("enough");
    assertThat(heard).isEmpty();
  }
}
