package dev.pintle.fuzz;

import dev.pintle.render.function.standard.StandardFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which charts are rendered, and for how long.
 *
 * @param firstSeed the seed of the first chart; the next has the next
 * @param charts how many seeds at most
 * @param time after how long no new seed is tried
 * @param threads how many seeds are tried at once
 * @param out the directory for what differs
 */
record FuzzRun(long firstSeed, long charts, Duration time, int threads, Path out) {

  /** What the system properties {@code pintle.fuzz.…} say; CONTRIBUTING.md lists them. */
  static FuzzRun ofProperties() {
    return new FuzzRun(
        Long.getLong("pintle.fuzz.seed", System.currentTimeMillis()),
        Long.getLong("pintle.fuzz.charts", Long.MAX_VALUE),
        Duration.ofMinutes(Integer.getInteger("pintle.fuzz.minutes", 5)),
        Integer.getInteger("pintle.fuzz.threads", 2),
        Path.of(System.getProperty("pintle.fuzz.out", "target/fuzz")));
  }

  /** The rules for charts. */
  static Grammar grammar() {
    return Grammar.read(Path.of("src/test/resources/fuzz"));
  }

  /** The names of the functions that templates can call. */
  static Set<String> functions() {
    return StandardFunctions.all().names();
  }

  /** Fuzzes, prints what was done, and gives what differs. */
  Finds run() throws IOException, InterruptedException, ExecutionException {
    Finds finds = new Finds(out);
    Path directory = Files.createTempDirectory("fuzz");
    Fuzzer fuzzer = new Fuzzer(grammar(), directory, finds, functions());
    long seeds = run(fuzzer);
    System.out.printf("seeds %d to %d: ", firstSeed, firstSeed + seeds - 1);
    System.out.println(fuzzer.summary());
    Files.delete(directory);
    return finds;
  }

  /** Gives how many seeds were tried. */
  private long run(Fuzzer fuzzer) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    AtomicLong next = new AtomicLong();
    Runnable work =
        () -> {
          while (System.nanoTime() < end) {
            long n = next.getAndIncrement();
            if (n >= charts) {
              return;
            }
            fuzzer.run(firstSeed + n);
          }
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(work));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } finally {
      pool.shutdownNow();
    }
    return Math.min(next.get(), charts);
  }
}
