package dev.pintle.apply.fabric8.api;

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

  private final Consumer<String> onLine;
  private final Consumer<ApiException> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  WatchStream(Consumer<String> onLine, Consumer<ApiException> onEnd) {
    this.onLine = onLine;
    this.onEnd = onEnd;
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

  /** Called by one thread at a time. */
  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody body) {
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        byte next = buffer.get();
        if (next == '\n') {
          String text = line.toString(StandardCharsets.UTF_8);
          line.reset();
          if (!ended.get()) {
            onLine.accept(text);
          }
        } else {
          line.write(next);
        }
      }
    }
    body.consume();
  }
}
