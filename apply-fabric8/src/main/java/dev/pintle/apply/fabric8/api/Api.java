package dev.pintle.apply.fabric8.api;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Speaks with an API server in JSON, over the connections of a fabric8 client: that one knows how
 * to find the server and how to show who asks. A request that fails for a passing reason (no answer
 * or one that cannot be read, 429, 502, 503, 504) is sent again, later and later. What an answer
 * may take is limited: its length, its depth, what there is in it, and its time. Safe for use by
 * several threads.
 */
public final class Api {

  /** The client itself gives up a little later than we do, so that we can say why. */
  private static final long A_SECOND = 1_000;

  private final ServerClock clock;

  private final String root;
  private final HttpClient http;
  private final Duration patience;
  private final Check check;
  private final Limits limits;

  /** Looks whether the caller still wants an answer; it throws if not. */
  @FunctionalInterface
  public interface Check {

    /** Waits a while, or as long as it can, before a request is sent again. */
    void pause(Duration time);
  }

  /**
   * What the server answered.
   *
   * @param code the status code of HTTP, one of success
   * @param text its body; empty if that is an object
   * @param body the object that it is, empty if it is text
   * @param length of what was sent, in characters
   * @param warnings what it said in passing, such as that an API is deprecated
   */
  public record Answer(int code, String text, Table body, long length, List<String> warnings) {}

  /** An API with the usual limits. */
  public Api(KubernetesClient client, Duration patience) {
    this(client, patience, Limits.defaults());
  }

  /**
   * An API.
   *
   * @param patience how long a server may be away in all before a request fails
   * @param limits what answers may take
   */
  public Api(KubernetesClient client, Duration patience, Limits limits) {
    String url = client.getMasterUrl().toString();
    this.root = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.http = client.getHttpClient();
    this.patience = patience;
    this.check = Api::sleep;
    this.clock = new ServerClock();
    this.limits = limits;
  }

  private Api(Api other, Duration patience, Check check) {
    this.root = other.root;
    this.http = other.http;
    this.clock = other.clock;
    this.patience = patience;
    this.check = check;
    this.limits = other.limits;
  }

  /** The same for a caller who may lose interest between two attempts. */
  public Api checking(Check callers) {
    return new Api(this, patience, callers);
  }

  /** The same for one who wants an answer whatever happens, but does not wait long for it. */
  public Api insisting(Duration atMost) {
    return new Api(this, atMost.compareTo(patience) < 0 ? atMost : patience, Api::sleep);
  }

  /** The same that sends each request once. */
  public Api impatient() {
    return new Api(this, Duration.ZERO, check);
  }

  Limits limits() {
    return limits;
  }

  /** The server's time, as its last answer had it. */
  public Instant now() {
    return clock.now();
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws ApiException if the server refuses, or cannot be reached for too long
   */
  public Answer send(ApiRequest request) {
    long giveUp = System.nanoTime() + patience.toNanos();
    Duration pause = Duration.ofMillis(100);
    while (true) {
      try {
        return attempt(request);
      } catch (ApiException e) {
        Duration wait = e.retryAfter() == null ? pause : e.retryAfter();
        if (!e.isPassing() || System.nanoTime() + wait.toNanos() > giveUp) {
          throw e;
        }
        check.pause(wait);
        pause = pause.compareTo(Duration.ofSeconds(2)) < 0 ? pause.multipliedBy(2) : pause;
      }
    }
  }

  private Answer attempt(ApiRequest request) {
    Instant sent = Instant.now();
    AnswerBody body = new AnswerBody(limits);
    CompletableFuture<HttpResponse<AsyncBody>> answer = http.consumeBytes(built(request), body);
    String text;
    HttpResponse<AsyncBody> response;
    boolean isWhole = false;
    try {
      response = await(request, answer);
      text = await(request, body.of(response));
      isWhole = true;
    } finally {
      if (!isWhole) { // it would go on otherwise
        answer.cancel(true);
        answer.thenAccept(late -> late.body().cancel());
      }
    }
    clock.note(response.header("Date"), sent);
    if (!response.isSuccessful()) {
      throw ApiException.refused(
          response.code(),
          AnswerText.status(text, limits),
          said(response, text),
          retryAfter(response));
    }
    List<String> warnings = WarningHeaders.texts(response.headers("Warning"));
    return request.isForText()
        ? new Answer(response.code(), text, new Table(), text.length(), warnings)
        : new Answer(response.code(), "", object(request, text), text.length(), warnings);
  }

  /** The body of a refusal; where a server leads elsewhere, where that is. */
  private static String said(HttpResponse<?> response, String text) {
    String location = response.code() / 100 == 3 ? response.header("Location") : null;
    return location == null ? text : "it leads to " + location + ", where nothing is sent";
  }

  private <T> T await(ApiRequest request, CompletableFuture<T> answer) {
    long longest = limits.of(Limit.ANSWER_MILLIS);
    try {
      return answer.get(longest, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.noAnswer(request.method() + " was interrupted", e);
    } catch (TimeoutException e) {
      throw ApiException.beyond(
          request.title(),
          new LimitException(
              Limit.ANSWER_MILLIS, "the server took longer than " + longest + " ms to answer"));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof LimitException limit) {
        throw ApiException.beyond(request.title(), limit);
      }
      String what =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      throw ApiException.noAnswer(request.title() + ": " + what, cause);
    }
  }

  /**
   * Who takes what is no object for one that is empty forgets what is there. What is deleted need
   * not be told.
   */
  private Table object(ApiRequest request, String text) {
    String why;
    try {
      Table object = AnswerText.object(text, limits);
      if (object != null) {
        return object;
      }
      why = "it is something else";
    } catch (LimitException e) {
      throw ApiException.beyond(request.title(), e);
    } catch (JsonException e) {
      why = e.getMessage();
    }
    if (request.method().equals("DELETE")) {
      return new Table();
    }
    throw ApiException.noAnswer(
        request.method() + " " + request.path() + ": the answer is no JSON object: " + why, null);
  }

  private HttpRequest built(ApiRequest request) {
    HttpRequest.Builder builder =
        http.newHttpRequestBuilder()
            .uri(root + Destination.checked(request))
            .timeout(limits.of(Limit.ANSWER_MILLIS) + A_SECOND, TimeUnit.MILLISECONDS)
            .header("Accept", request.accept());
    return request.body() == null
        ? builder.method(request.method(), null, (String) null).build()
        : builder.method(request.method(), request.contentType(), request.body()).build();
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.header("Retry-After");
    return seconds != null && TextParts.isNumber(seconds, 4)
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.noAnswer("interrupted", e);
    }
  }

  /**
   * Begins to watch.
   *
   * @param request a list, with {@code watch} and the version to go on from
   * @param onEvent gets each event, a table with {@code type} and {@code object}, on a thread of
   *     the client
   * @param onEnd is called once when the watch has ended by itself: with null at the end of its
   *     time
   * @return ends the watch
   */
  public Runnable watch(ApiRequest request, Consumer<Table> onEvent, Consumer<ApiException> onEnd) {
    HttpRequest.Builder builder =
        http.newHttpRequestBuilder()
            .uri(root + Destination.checked(request))
            .header("Accept", request.accept())
            .forStreaming();
    WatchStream stream = new WatchStream(onEvent, onEnd, limits);
    return stream.begin(http.consumeBytes(builder.build(), stream), request);
  }
}
