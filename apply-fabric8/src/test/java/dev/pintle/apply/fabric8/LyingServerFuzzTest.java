package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.Progress;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.Lies;
import dev.pintle.testing.cluster.LyingServer;
import dev.pintle.testing.cluster.LyingServer.Lie;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.Trap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server answers, an operation ends in time, by itself or with an error that says why;
 * and where its answers were only spoilt on the way, the release can be worked on afterwards.
 *
 * <p>Runs a few seeds. With {@code -Dpintle.fuzz.minutes=N} it goes on for that long from {@code
 * -Dpintle.fuzz.seed}, best with {@code -DargLine=-Xmx256m}; what it finds is written to {@code
 * target/fuzz}.
 */
@OnControlPlane
class LyingServerFuzzTest {

  private static final int FEW = 6;
  private static final int LONGEST_MESSAGE = 100_000;
  private static final Duration TOO_LONG = Duration.ofMinutes(1);
  private static final Path FOUND = Path.of("target", "fuzz");

  private final TestCluster cluster;
  private final LyingServer server;
  private final Trap trap = new Trap();
  private final Fabric8Applier direct;
  private final String namespace;
  private final ExecutorService runner =
      Executors.newCachedThreadPool(Workers.daemons("fuzzed operation"));
  private final AtomicInteger lies = new AtomicInteger();
  private final List<String> findings = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();
  private int operations;

  LyingServerFuzzTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.server = new LyingServer(plane);
    this.direct = cluster.impatientApplier();
    this.namespace = plane.newNamespace("lies");
  }

  @AfterEach
  void close() {
    runner.shutdownNow();
    direct.close();
    server.close();
    trap.close();
    cluster.close();
  }

  private Fabric8Applier lied() {
    return Fabric8Applier.of(
        cluster.config(server.url()),
        Fabric8Settings.defaults()
            .withParallelism(2)
            .withHoldFor(Duration.ofMillis(400))
            .withPatience(Duration.ofSeconds(1))
            .withLimits(Limits.defaults().with(Limit.ANSWER_MILLIS, 3_000)));
  }

  private Release release(String value, String... names) {
    SmallChart chart = new SmallChart();
    for (String name : names) {
      chart.configMap(name, value);
    }
    chart.template("deployment.yaml", DEPLOYMENT.formatted(value));
    chart.template("job.yaml", HOOK.formatted("job", "pre-upgrade,post-install"));
    chart.template("pod.yaml", HOOK.formatted("test", "test"));
    return chart.render(namespace);
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {a: b}}
        template:
          metadata: {labels: {a: b}, annotations: {value: "%s"}}
          spec: {containers: [{name: main, image: none}]}
      """;

  private static final String HOOK =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: %s
        annotations:
          helm.sh/hook: "%s"
          helm.sh/hook-output-log-policy: hook-succeeded,hook-failed
      spec: {restartPolicy: Never, containers: [{name: main, image: none}]}
      """;

  private ApplyOptions options(Random random) {
    return ApplyOptions.of(
        options -> {
          options.timeout(Duration.ofSeconds(2)).progress(this::play).abandonedAfter(Duration.ZERO);
          options.serverSide(random.nextBoolean() ? ApplyMethod.AUTO : ApplyMethod.CLIENT_SIDE);
          if (random.nextInt(3) == 0) {
            options.wait(random.nextBoolean() ? WaitStrategy.WATCHER : WaitStrategy.LEGACY);
          }
          if (random.nextInt(4) == 0) {
            options.rollbackOnFailure();
          }
          if (random.nextInt(4) == 0) {
            options.cleanupOnFail().forceConflicts();
          }
        });
  }

  private Map<String, Consumer<Fabric8Applier>> operations(Random random) {
    Map<String, Consumer<Fabric8Applier>> all = new LinkedHashMap<>();
    Release some = release("1", "a", "b", "c", "d");
    Release others = release("2", "a", "c", "e", "f", "g");
    all.put("install", applier -> applier.apply(some, options(random)));
    all.put("upgrade", applier -> applier.apply(others, options(random)));
    all.put("upgrade back", applier -> applier.apply(some, options(random)));
    all.put("plan", applier -> applier.plan(some, options(random)));
    all.put("target", applier -> applier.target("web", namespace));
    all.put("list", applier -> applier.list(namespace));
    all.put("history", applier -> applier.history("web", namespace));
    all.put("status", applier -> applier.status("web", namespace));
    all.put("drift", applier -> applier.drift("web", namespace));
    all.put("lookup", applier -> applier.cluster().lookup("v1", "ConfigMap", namespace, ""));
    all.put("rollback", applier -> applier.rollback("web", namespace, 0, options(random)));
    all.put(
        "test",
        applier ->
            applier.test(
                "web",
                namespace,
                TestOptions.of(o -> o.logs().timeout(Duration.ofSeconds(2)).progress(this::play))));
    all.put(
        "uninstall",
        applier ->
            applier.uninstall(
                "web",
                namespace,
                UninstallOptions.of(
                    o -> o.timeout(Duration.ofSeconds(2)).abandonedAfter(Duration.ZERO))));
    return all;
  }

  @Test
  void everyOperationEndsCleanlyAndInTime() throws IOException, InterruptedException {
    long seed = Long.getLong("pintle.fuzz.seed", 1);
    Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("pintle.fuzz.minutes", 0)));
    for (int count = 0; count < FEW || Instant.now().isBefore(end); count++) {
      run(seed + count);
      if (findings.size() > 20) {
        break;
      }
    }
    System.out.printf(
        "%s: %d operations, %d lies, %d findings%n",
        getClass().getSimpleName(), operations, lies.get(), findings.size());
    assertThat(findings).isEmpty();
    assertThat(trap.visits()).isZero();
  }

  private void run(long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    boolean onTheWay = random.nextBoolean();
    Lies spoilt = new Lies(seed, trap.url());
    List<Map.Entry<String, Consumer<Fabric8Applier>>> all =
        List.copyOf(operations(random).entrySet());
    try (Fabric8Applier applier = lied()) {
      for (int step = 0; step < 8; step++) {
        int unlucky = 1 + random.nextInt(20);
        boolean once = random.nextBoolean();
        server.plan(
            truth ->
                (once ? truth.number() == unlucky : truth.number() % unlucky == 0)
                    ? lie(onTheWay ? spoilt.ofTheWay() : spoilt.ofContent())
                    : Lie.NONE);
        var operation = all.get(step == 0 ? 0 : random.nextInt(all.size()));
        attempt(seed, operation.getKey(), () -> operation.getValue().accept(applier), false);
      }
    }
    if (onTheWay) {
      attempt(seed, "afterwards", this::assertUsable, true);
    }
    cluster.clear(namespace);
  }

  private Lie lie(Lie lie) {
    lies.incrementAndGet();
    return lie;
  }

  /** Objects of which a server only dreamt cannot be played. */
  private void play(Progress event) {
    try {
      new Play(cluster).on(event);
    } catch (ApiException | IllegalStateException dreamt) {
      lies.get();
    }
  }

  /** Also where an uninstall was begun: that is to be gone on with first, as with Helm. */
  private void assertUsable() {
    try {
      applyDirectly();
    } catch (ApplyException e) {
      assertThat(e.reason()).isEqualTo(Reason.WRONG_STATE);
      direct.uninstall("web", namespace, UninstallOptions.defaults());
      applyDirectly();
    }
    assertThat(direct.history("web", namespace)).noneMatch(each -> each.status().isPending());
  }

  private void applyDirectly() {
    direct.apply(
        release("3", "a", "h"),
        ApplyOptions.of(
            options ->
                options
                    .progress(this::play)
                    .abandonedAfter(Duration.ZERO)
                    .timeout(Duration.ofSeconds(20))));
  }

  /** Tries an operation; what is no clean error, or takes too long, is a finding. */
  private void attempt(long seed, String name, Runnable operation, boolean mustWork)
      throws IOException, InterruptedException {
    operations++;
    Future<?> done = runner.submit(operation);
    try {
      done.get(TOO_LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      StringBuilder stacks = new StringBuilder();
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> {
                stacks.append(thread).append('\n');
                List.of(stack).forEach(frame -> stacks.append("    ").append(frame).append('\n'));
              });
      done.cancel(true);
      found(seed, name, "hangs", stacks.toString());
    } catch (ExecutionException e) {
      Throwable failure = e.getCause();
      boolean isClean =
          failure instanceof PintleException
              && failure.getMessage() != null
              && failure.getMessage().length() < LONGEST_MESSAGE;
      if (mustWork || !isClean) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        found(seed, name, signature(failure), stack.toString());
      }
    }
  }

  private static String signature(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] stack = cause.getStackTrace();
    return cause.getClass().getSimpleName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  private void found(long seed, String name, String what, String details) throws IOException {
    if (kinds.add(name + what)) {
      findings.add("seed " + seed + ", " + name + ": " + what);
      Files.createDirectories(FOUND);
      Files.writeString(FOUND.resolve("lies-" + seed + "-" + name + ".txt"), what + "\n" + details);
    }
  }
}
