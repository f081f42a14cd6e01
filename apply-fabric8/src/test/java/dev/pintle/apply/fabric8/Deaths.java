package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.Life.Step;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.FaultyServer;
import dev.pintle.testing.cluster.FaultyServer.Fate;
import dev.pintle.testing.cluster.FaultyServer.Request;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Kills appliers that work in other JVMs, each right after the server has done a certain one of its
 * requests, and before it hears of that. What it leaves is what it would leave if it died at any
 * time before the server got its next request.
 */
final class Deaths implements AutoCloseable {

  private static final String JOB_DONE =
      """
      {"status": {"startTime": "2026-01-01T00:00:00Z", "completionTime": "2026-01-01T00:00:00Z",
        "succeeded": 1, "conditions": [
          {"type": "SuccessCriteriaMet", "status": "True"},
          {"type": "Complete", "status": "True"}]}}""";

  private final ControlPlane plane;
  private final TestCluster cluster;
  private final FaultyServer server;
  private ApplierProcess next;

  Deaths(ControlPlane plane, TestCluster cluster) {
    this.plane = plane;
    this.cluster = cluster;
    this.server = new FaultyServer(plane);
    this.next = ApplierProcess.start(server.url(), plane);
  }

  /** Requests that change something. */
  static boolean isWrite(Request request) {
    return !request.method().equals("GET");
  }

  /** Signs of life come when they come, and so cannot be counted. */
  private static boolean isSignOfLife(Request request) {
    return request.method().equals("PATCH") && request.path().contains("/secrets/");
  }

  /**
   * How an applier ended.
   *
   * @param pid its process
   * @param status with which that ended
   * @param said what it printed
   * @param last the request that it died at; null if it came to its own end
   */
  record End(long pid, int status, String said, Request last) {}

  /**
   * Lets an applier work, and kills it.
   *
   * @param counted which requests are counted
   * @param number at which of these it dies, from 1
   */
  End at(int number, Predicate<Request> counted, Step step, String namespace) {
    ApplierProcess victim = next;
    AtomicInteger count = new AtomicInteger();
    Request[] last = new Request[1];
    server.plan(
        request -> {
          boolean counts = !isSignOfLife(request) && counted.test(request);
          int now = counts ? count.incrementAndGet() : count.get();
          if (counts && now == number) {
            last[0] = request;
            return Fate.ANSWER_LOST.and(victim::kill);
          }
          boolean hook = request.method().equals("PATCH") && request.path().contains("/jobs/");
          return now > number ? Fate.LOST : hook ? Fate.PASS.and(() -> end(namespace)) : Fate.PASS;
        });
    victim.begin(step, namespace);
    next = ApplierProcess.start(server.url(), plane); // starts while the rest goes on
    int status = victim.await();
    return new End(victim.pid(), status, victim.said(), last[0]);
  }

  /** Ends the hook as its controller would. */
  private void end(String namespace) {
    cluster.merge("/apis/batch/v1/namespaces/" + namespace + "/jobs/hook/status", JOB_DONE, "play");
  }

  @Override
  public void close() {
    next.close();
    server.close();
  }
}
