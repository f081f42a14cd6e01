package dev.pintle.apply;

/**
 * How far an object is on the way to what was asked for.
 *
 * @param message why, in a few words
 */
public record Readiness(ObjectRef object, Status status, String message) {

  /** The states that kstatus tells apart, by the names it prints. */
  public enum Status {
    CURRENT("Current"),
    IN_PROGRESS("InProgress"),
    FAILED("Failed"),
    TERMINATING("Terminating"),
    NOT_FOUND("NotFound"),
    UNKNOWN("Unknown");

    private final String kstatusName;

    Status(String kstatusName) {
      this.kstatusName = kstatusName;
    }

    /** The name as kstatus, and with it Helm, prints it. */
    public String kstatusName() {
      return kstatusName;
    }
  }

  /** True if the object is what was asked for. */
  public boolean isReady() {
    return status == Status.CURRENT;
  }
}
