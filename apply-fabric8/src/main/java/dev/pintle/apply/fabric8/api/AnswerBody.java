package dev.pintle.apply.fabric8.api;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Collects the body of an answer, and takes no more of it than the limits allow. */
final class AnswerBody implements AsyncBody.Consumer<List<ByteBuffer>> {

  private final long most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  AnswerBody(Limits limits) {
    this.most = limits.of(Limit.ANSWER_BYTES);
  }

  /** The whole body, once it is there. */
  CompletableFuture<String> of(HttpResponse<AsyncBody> response) {
    response
        .body()
        .done()
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                ended.complete(null);
              } else {
                ended.completeExceptionally(failure);
              }
            });
    response.body().consume();
    return ended.thenApply(done -> bytes.toString(StandardCharsets.UTF_8));
  }

  /** Called by one thread at a time. */
  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody body) {
    try {
      for (ByteBuffer buffer : buffers) {
        if (bytes.size() + (long) buffer.remaining() > most) {
          throw new LimitException(
              Limit.ANSWER_BYTES, "the answer is longer than " + most + " bytes");
        }
        byte[] some = new byte[buffer.remaining()];
        buffer.get(some);
        bytes.writeBytes(some);
      }
      body.consume();
    } catch (LimitException | OutOfMemoryError tooMuch) {
      ended.completeExceptionally(tooMuch);
      body.cancel();
    }
  }
}
