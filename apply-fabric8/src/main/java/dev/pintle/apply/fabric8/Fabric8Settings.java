package dev.pintle.apply.fabric8;

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
 */
public record Fabric8Settings(
    String fieldManager, int parallelism, Duration holdFor, Duration patience) {

  /** Helm's field manager, 16 requests at a time, 15 s to be taken for gone, and 2 min patience. */
  public static Fabric8Settings defaults() {
    return new Fabric8Settings("helm", 16, Duration.ofSeconds(15), Duration.ofMinutes(2));
  }

  /** The same with another field manager; Helm will see its fields as somebody else's. */
  public Fabric8Settings withFieldManager(String name) {
    return new Fabric8Settings(name, parallelism, holdFor, patience);
  }

  /** The same with more or fewer requests at a time. */
  public Fabric8Settings withParallelism(int requests) {
    return new Fabric8Settings(fieldManager, requests, holdFor, patience);
  }

  /** The same with another time after which a holder is taken for gone. */
  public Fabric8Settings withHoldFor(Duration time) {
    return new Fabric8Settings(fieldManager, parallelism, time, patience);
  }

  /** The same with another time that the server may be away. */
  public Fabric8Settings withPatience(Duration time) {
    return new Fabric8Settings(fieldManager, parallelism, holdFor, time);
  }
}
