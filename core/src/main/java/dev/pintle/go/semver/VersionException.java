package dev.pintle.go.semver;

/** A text is no version, or no constraint on versions; the message is the one Helm shows. */
public final class VersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the message that Helm's version library gives. */
  public VersionException(String message) {
    super(message, null, false, false);
  }
}
