package dev.pintle.apply.fabric8.api;

import dev.pintle.json.JsonException;
import dev.pintle.json.JsonReader;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Speaks with an API server in JSON, over the connections of a fabric8 client: that one knows how
 * to find the server and how to show who asks. A request that fails for a passing reason (no
 * answer, 429, 502, 503, 504) is sent again, later and later. Safe for use by several threads.
 */
public final class Api {

  private final ServerClock clock;

  private final String root;
  private final HttpClient http;
  private final Duration patience;
  private final Check check;

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
   * @param text its body
   * @param warnings what it said in passing, such as that an API is deprecated
   */
  public record Answer(int code, String text, List<String> warnings) {

    /** The body as an object; empty if it is none. */
    public Table body() {
      return table(text);
    }
  }

  /**
   * An API.
   *
   * @param patience how long a server may be away in all before a request fails
   */
  public Api(KubernetesClient client, Duration patience) {
    String url = client.getMasterUrl().toString();
    this.root = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.http = client.getHttpClient();
    this.patience = patience;
    this.check = Api::sleep;
    this.clock = new ServerClock();
  }

  private Api(Api other, Duration patience, Check check) {
    this.root = other.root;
    this.http = other.http;
    this.clock = other.clock;
    this.patience = patience;
    this.check = check;
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
    HttpResponse<String> response = await(request, http.sendAsync(built(request), String.class));
    clock.note(response.header("Date"), sent);
    String text = response.body() == null ? "" : response.body();
    if (!response.isSuccessful()) {
      throw ApiException.refused(response.code(), table(text), text, retryAfter(response));
    }
    return new Answer(response.code(), text, WarningHeaders.texts(response.headers("Warning")));
  }

  private static <T> T await(ApiRequest request, CompletableFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.noAnswer(request.method() + " was interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String what =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      throw ApiException.noAnswer(
          request.method() + " " + request.path().text() + ": " + what, cause);
    }
  }

  private HttpRequest built(ApiRequest request) {
    HttpRequest.Builder builder =
        http.newHttpRequestBuilder()
            .uri(root + Destination.checked(request))
            .header("Accept", request.accept());
    return request.body() == null
        ? builder.method(request.method(), null, (String) null).build()
        : builder.method(request.method(), request.contentType(), request.body()).build();
  }

  /** A body that is no JSON object counts as an empty one; who needs more looks for its fields. */
  private static Table table(String text) {
    try {
      return JsonReader.read(text) instanceof Table table ? table : new Table();
    } catch (JsonException notJson) {
      return new Table();
    }
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.header("Retry-After");
    return seconds != null && seconds.matches("[0-9]{1,4}")
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
    WatchStream stream = new WatchStream(line -> onEvent.accept(table(line)), onEnd);
    return stream.begin(http.consumeBytes(builder.build(), stream), request);
  }
}
