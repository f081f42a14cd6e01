package dev.pintle.diagnostic.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "imagee,     image,      one character too many",
        "imge,       image,      one too few",
        "imaeg,      image,      two swapped",
        "Image,      image,      another case",
        "replicaConut, replicaCount, two swapped in a long name",
        "serviceAcount, serviceAccount, one too few in a long name",
        "imag,       image,      the nearest of two",
        "image,      images,     itself is not meant",
        "xyz,        none,       nothing near",
        "ce,         none,       half of a short name is too much",
        "CD,         cd,         another case in a short name",
        "'',         none,       nothing",
      })
  void findsTheNearest(String word, String nearest, String why) {
    List<String> names =
        List.of("image", "images", "replicaCount", "serviceAccount", "resources", "cd");
    assertThat(Spelling.nearest(word, names)).as(why).isEqualTo(nearest);
  }
}
