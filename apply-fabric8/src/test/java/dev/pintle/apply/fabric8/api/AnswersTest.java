package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server says, there is an answer or an error that says what is wrong with it. */
class AnswersTest {

  private static final ApiRequest LIST = ApiRequest.get(ServerPath.VERSION);

  private static Api.Answer ask(String head, String body, Limits limits) {
    try (SayingServer server = SayingServer.saying(head, body)) {
      return server.api(limits).send(LIST);
    }
  }

  private static ApiException failure(String head, String body) {
    return catchThrowableOfType(ApiException.class, () -> ask(head, body, Limits.defaults()));
  }

  /**
   * An answer that needs something that is limited.
   *
   * @param enough a number that it is content with
   * @param tooLittle one that it is not
   */
  private record Need(long enough, long tooLittle, String body) {}

  private static final String PAGES = "{\"metadata\":{\"continue\":\"again\"},\"items\":[]}";

  private static final Map<Limit, Need> NEEDS =
      Map.of(
          Limit.ANSWER_BYTES, new Need(10, 9, "{\"a\":1234}"),
          Limit.ANSWER_DEPTH, new Need(3, 2, "{\"a\":[[1]]}"),
          Limit.ANSWER_VALUES, new Need(4, 3, "{\"a\":[1,2]}"));

  @ParameterizedTest
  @EnumSource(names = "ANSWER_(BYTES|DEPTH|VALUES)", mode = Mode.MATCH_ANY)
  void limitsHold(Limit limit) {
    Need need = NEEDS.get(limit);
    ask("200 OK", need.body, Limits.defaults().with(limit, need.enough));
    ApiException failure =
        catchThrowableOfType(
            ApiException.class,
            () -> ask("200 OK", need.body, Limits.defaults().with(limit, need.tooLittle)));
    assertThat(failure).hasMessageContaining(String.valueOf(need.tooLittle));
    assertThat(failure.isPassing()).isFalse();
    assertThat(((LimitException) failure.getCause()).limit()).isEqualTo(limit);
  }

  @Test
  void anAnswerThatNeverEndsIsCutOffInTime() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    try (SayingServer server =
        new SayingServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n{".getBytes());
              out.flush();
              over.join();
            })) {
      Limits limits = Limits.defaults().with(Limit.ANSWER_MILLIS, 100);
      assertThatThrownBy(() -> server.api(limits).send(LIST))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("longer than 100 ms");
      over.complete(null);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "LIST_.*", mode = Mode.MATCH_ANY)
  void listsEnd(Limit limit) {
    long most = limit == Limit.LIST_PAGES ? 3 : 3L * PAGES.length();
    try (SayingServer server = SayingServer.saying("200 OK", PAGES)) {
      Pages pages = new Pages(server.api(Limits.defaults().with(limit, most)), LIST);
      pages.next();
      pages.next();
      ApiException failure =
          catchThrowableOfType(
              ApiException.class,
              () -> {
                pages.next();
                pages.next();
              });
      assertThat(failure).hasMessageContaining(String.valueOf(most));
      assertThat(((LimitException) failure.getCause()).limit()).isEqualTo(limit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "1", "\"x\"", "true"})
  void whatIsNoListIsNoEmptyOne(String items) {
    try (SayingServer server = SayingServer.saying("200 OK", "{\"items\":" + items + "}")) {
      Pages pages = new Pages(server.api(Limits.defaults()), LIST);
      assertThatThrownBy(pages::next)
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("GET /version: the answer cannot be used: it is no list");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200 OK | `` | unexpected end of JSON input",
        "200 OK | {\"items\":[ | unexpected end of JSON input",
        "200 OK | null | it is something else",
        "200 OK | [] | it is something else",
        "200 OK | <html> | invalid character '<' looking for beginning of value",
        "200 OK~Content-Length: 5 | {} | unexpected end of stream",
        "200 OK~Content-Encoding: gzip | {\"a\":\"not gzip\"} | ID1ID2",
        "200 OK~Transfer-Encoding: chunked | zz | GET /version: ",
        "OK | {} | GET /version: ",
        "500 X | not JSON | the server answered 500: not JSON",
        "403 X | {\"message\":[],\"details\":7} | the server answered 403: {",
      })
  void isSaidWhatIsWrong(String head, String body, String expected) {
    assertThat(failure(head.replace("~", "\r\n"), body)).hasMessageContaining(expected);
  }

  @Test
  void longAndDeepRefusalsAreRefusals() {
    assertThat(failure("500 X", "m".repeat(1 << 20)).getMessage()).hasSizeLessThan(70_000);
    assertThat(failure("404 X", "[".repeat(1 << 20)).isNotFound()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"w,3000", "w,200000", "\\,3000", "\\,200001", "' ',9999", "ü,999"})
  void longWarningsAreRead(String text, int times) {
    String warning = text.repeat(times);
    String quoted = warning.replace("\\", "\\\\");
    assertThat(WarningHeaders.texts(List.of("299 - \"" + quoted + "\""))).containsExactly(warning);
    assertThat(WarningHeaders.texts(List.of("299 - \"" + quoted))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "299 - \"a\" | a",
        "299 - \"a\", 299 kube \"b\" | a;b",
        "299 - \"say \\\"a\\\" \\\\\" | say \"a\" \\",
        "299 - \"\" | ``",
        "29 - \"a\", 299 - \"b\" | b",
        "2x9 - \"a\" | none",
        "299 - - \"a\" | none",
        "299 \"a\" | none",
        "299 - a | none",
        "\"a\" | none",
        "`` | none",
      })
  void warningsAreThoseOfTheStandard(String header, String expected) {
    List<String> texts = WarningHeaders.texts(List.of(header));
    assertThat(texts.isEmpty() ? "none" : String.join(";", texts)).isEqualTo(expected);
  }
}
