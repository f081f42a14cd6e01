package dev.pintle.apply.fabric8.api;

import dev.pintle.go.json.JsonException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The body of a watch, cut into its lines. */
final class WatchStream implements AsyncBody.Consumer<List<ByteBuffer>> {

  private final Consumer<Table> onEvent;
  private final Consumer<ApiException> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private final Limits limits;

  WatchStream(Consumer<Table> onEvent, Consumer<ApiException> onEnd, Limits limits) {
    this.onEvent = onEvent;
    this.onEnd = onEnd;
    this.limits = limits;
  }

  Runnable begin(CompletableFuture<HttpResponse<AsyncBody>> answer, ApiRequest request) {
    answer.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            end(ApiException.noAnswer("watch " + request.path().text() + ": " + failure, failure));
          } else if (!response.isSuccessful()) {
            response.body().cancel();
            end(
                ApiException.refused(
                    response.code(), new Table(), "watch " + request.path().text(), null));
          } else if (ended.get()) {
            response.body().cancel();
          } else {
            response.body().done().whenComplete((done, broken) -> end(broken(request, broken)));
            response.body().consume();
          }
        });
    return () -> {
      ended.set(true);
      answer.thenAccept(response -> response.body().cancel());
    };
  }

  private static ApiException broken(ApiRequest request, Throwable failure) {
    return failure == null
        ? null
        : ApiException.noAnswer("watch " + request.path().text() + ": " + failure, failure);
  }

  private void end(ApiException why) {
    if (ended.compareAndSet(false, true)) {
      onEnd.accept(why);
    }
  }

  /** Called by one thread at a time. What is no event ends the watch: it may hide one. */
  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody body) {
    try {
      for (ByteBuffer buffer : buffers) {
        take(buffer);
      }
      body.consume();
    } catch (JsonException | RuntimeException | OutOfMemoryError e) {
      end(ApiException.noAnswer("watch: " + e.getMessage(), e));
      body.cancel();
    }
  }

  private void take(ByteBuffer buffer) throws JsonException {
    while (buffer.hasRemaining() && !ended.get()) {
      byte next = buffer.get();
      if (next == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        Table event = AnswerText.object(text, limits);
        onEvent.accept(event == null ? new Table() : event);
      } else if (line.size() == limits.of(Limit.ANSWER_BYTES)) {
        throw new LimitException(
            Limit.ANSWER_BYTES, "an event is longer than " + line.size() + " bytes");
      } else {
        line.write(next);
      }
    }
  }
}
