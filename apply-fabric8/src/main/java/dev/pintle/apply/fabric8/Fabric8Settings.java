package dev.pintle.apply.fabric8;

import dev.pintle.limit.Limits;
import java.time.Duration;

/**
 * How the applier works.
 *
 * @param fieldManager the name under which fields are managed. {@code helm} is Helm's: only so can
 *     Helm go on with a release that Pintle made, and Pintle with one of Helm's, without conflicts
 * @param parallelism how many requests are under way at a time
 * @param holdFor how long a release stays held after its holder was last heard of; it is renewed
 *     three times in that time
 * @param patience how long the server may be away before an operation fails
 * @param limits what the server's answers may take
 */
public record Fabric8Settings(
    String fieldManager, int parallelism, Duration holdFor, Duration patience, Limits limits) {

  /** Helm's field manager, 16 requests at a time, 15 s to be taken for gone, and 2 min patience. */
  public static Fabric8Settings defaults() {
    return new Fabric8Settings(
        "helm", 16, Duration.ofSeconds(15), Duration.ofMinutes(2), Limits.defaults());
  }

  /** The same with another field manager; Helm will see its fields as somebody else's. */
  public Fabric8Settings withFieldManager(String name) {
    return new Fabric8Settings(name, parallelism, holdFor, patience, limits);
  }

  /** The same with more or fewer requests at a time. */
  public Fabric8Settings withParallelism(int requests) {
    return new Fabric8Settings(fieldManager, requests, holdFor, patience, limits);
  }

  /** The same with another time after which a holder is taken for gone. */
  public Fabric8Settings withHoldFor(Duration time) {
    return new Fabric8Settings(fieldManager, parallelism, time, patience, limits);
  }

  /** The same with another time that the server may be away. */
  public Fabric8Settings withPatience(Duration time) {
    return new Fabric8Settings(fieldManager, parallelism, holdFor, time, limits);
  }

  /** The same with other limits for what the server answers. */
  public Fabric8Settings withLimits(Limits forAnswers) {
    return new Fabric8Settings(fieldManager, parallelism, holdFor, patience, forAnswers);
  }
}
