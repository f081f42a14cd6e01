package dev.pintle.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The seeded stream is part of what users rely on: its bytes must never change. */
class RandomSourceTest {

  // printf 'pintle random stream 1' | cat - <(seed as 8 bytes) <(block as 8 bytes) | sha256sum
  private static final String SEED_42 =
      "a70beccfd32e4cf045f33674bab40297f30b858fbb556c829c224b65929c50b7"
          + "3e2600dde33a757c658562a61776e90f21c300ff35b7438d0cb7d13e37dab682";

  @Test
  void givesTheBytesThatItsDescriptionSays() {
    assertThat(hex(RandomSource.seeded(42), 64)).isEqualTo(SEED_42);
  }

  @Test
  void givesTheSameStreamHoweverItIsCut() {
    RandomSource source = RandomSource.seeded(42);
    String cut = hex(source, 1) + hex(source, 0) + hex(source, 40) + hex(source, 23);
    assertThat(cut).isEqualTo(SEED_42);
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    assertThat(hex(RandomSource.seeded(43), 64)).isNotEqualTo(SEED_42);
  }

  @Test
  void fillsFromTheSecureSource() {
    byte[] bytes = new byte[64];
    RandomSource.secure().nextBytes(bytes);
    assertThat(Arrays.equals(bytes, new byte[64])).isFalse();
  }

  private static String hex(RandomSource source, int count) {
    byte[] bytes = new byte[count];
    source.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
