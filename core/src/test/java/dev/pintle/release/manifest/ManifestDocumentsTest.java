package dev.pintle.release.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts and the documents that Helm finds in them. {@code ⏎ ␍ ␉ ␠} stand for white space, {@code ⍽}
 * for a no-break space, {@code ﹏} for a byte order mark.
 */
class ManifestDocumentsTest {

  private static final char NO_BREAK_SPACE = 0xA0;
  private static final char BYTE_ORDER_MARK = 0xFEFF;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ⏎␠⏎                 | ''
          a                   | [a]
          a⏎                  | [a⏎]
          ⏎⏎␠␠a⏎⏎             | [a⏎⏎]
          ---⏎a⏎---⏎b⏎        | [a⏎][b⏎]
          a⏎---⏎b             | [a⏎][b]
          a⏎---␠⏎⏎␠b          | [a⏎][b]
          a⏎---b              | [a⏎][b]
          a⏎---␠#␠c⏎b         | [a⏎][#␠c⏎b]
          a⏎␠---⏎b            | [a⏎␠---⏎b]
          a---⏎b              | [a---⏎b]
          a⏎----⏎b            | [a⏎][-⏎b]
          ---                 | ''
          ------              | [---]
          ---⏎---⏎            | ''
          a⏎⏎⏎---⏎⏎⏎b⏎⏎       | [a⏎⏎⏎][b⏎⏎]
          #␠c⏎---⏎a           | [#␠c⏎][a]
          ---␠a␠---␠b         | [a␠---␠b]
          a⏎---⏎---⏎b         | [a⏎][b]
          ␠␠---⏎a             | [a]
          a␍⏎---␍⏎b         | [a␍⏎][b]
          a⏎---␉b            | [a⏎][b]
          ﹏---⏎a         | [﹏---⏎a]
          ⍽a             | [a]
          a⏎---⍽⏎b       | [a⏎][b]
          """)
  void areSplit(String text, String documents) {
    String stream = plain(text);
    String found =
        ManifestDocuments.split(stream).stream()
            .peek(
                document ->
                    assertThat(stream.startsWith(document.text(), document.start())).isTrue())
            .map(document -> "[" + document.text() + "]")
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(plain(documents));
  }

  private static String plain(String shown) {
    return shown
        .replace('⏎', '\n')
        .replace('␍', '\r')
        .replace('␉', '\t')
        .replace('␠', ' ')
        .replace('⍽', NO_BREAK_SPACE)
        .replace('﹏', BYTE_ORDER_MARK);
  }
}
