package dev.pintle.go.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartsTest {

  @Test
  void splitsAsGoDoes() {
    assertThat(TextParts.split("", '.')).containsExactly("");
    assertThat(TextParts.split(".a..b.", '.')).containsExactly("", "a", "", "b", "");
    assertThat(TextParts.split("a.b.c", '.', 2)).containsExactly("a", "b.c");
    assertThat(TextParts.split("a||b|||", "||")).containsExactly("a", "b", "|");
  }

  @ParameterizedTest
  @CsvSource({
    "'',false,false", "1,true,true", "+1,false,true", "-12,false,true", "+,false,false",
    "--1,false,false", "1a,false,false", "١,false,false", "123,true,true", "1234,false,false"
  })
  void knowsNumbers(String text, boolean number, boolean signed) {
    assertThat(TextParts.isNumber(text, 3)).isEqualTo(number);
    assertThat(TextParts.isSignedNumber(text, 3)).isEqualTo(signed);
  }

  @Test
  void leavesAway() {
    assertThat(TextParts.without("[::1]", c -> c == '[' || c == ']')).isEqualTo("::1");
    assertThat(TextParts.withoutEnd("a//", '/')).isEqualTo("a");
    assertThat(TextParts.withoutEnd("//", '/')).isEmpty();
    assertThat(TextParts.withoutPrefix("//a", "/")).isEqualTo("/a");
    assertThat(
            List.of("", "aZ0").stream().allMatch(t -> TextParts.all(t, TextParts::isAlphanumeric)))
        .isTrue();
    assertThat(TextParts.all("é", TextParts::isAlphanumeric)).isFalse();
  }
}
