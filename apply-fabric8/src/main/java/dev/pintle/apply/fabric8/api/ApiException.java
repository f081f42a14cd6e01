package dev.pintle.apply.fabric8.api;

import dev.pintle.limit.LimitException;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An API server that refuses, or cannot be reached; or a request that cannot be made. Its message
 * is the server's own, or client-go's.
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A server's words may be as long as its answer; nobody reads more than this of them. */
  private static final int LONGEST_MESSAGE = 65_536;

  /** The code when there was no answer at all. */
  public static final int NO_ANSWER = 0;

  /** The code of what is no request, so that nothing was sent. */
  public static final int UNSENT = -1;

  private final int code;
  private final String reason;
  private final transient List<Cause> causes;
  private final transient Duration retryAfter;

  /**
   * One of the causes that the server gives.
   *
   * @param reason such as {@code FieldManagerConflict}
   * @param field such as {@code .spec.replicas}
   */
  public record Cause(String reason, String message, String field) {}

  private ApiException(
      int code,
      String reason,
      String message,
      List<Cause> causes,
      Duration retryAfter,
      Throwable cause) {
    super(
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message,
        cause);
    this.code = code;
    this.reason = reason;
    this.causes = List.copyOf(causes);
    this.retryAfter = retryAfter;
  }

  /** There was no answer. */
  static ApiException noAnswer(String message, Throwable cause) {
    return new ApiException(NO_ANSWER, "", message, List.of(), null, cause);
  }

  /** There was an answer, but it lacks what every server says. */
  public static ApiException unusable(String message) {
    return new ApiException(200, "", message, List.of(), null, null);
  }

  /** What was to be asked for can be no part of a request. */
  static ApiException unsendable(String message) {
    return new ApiException(UNSENT, "", message, List.of(), null, null);
  }

  /** There was an answer that says nothing of what was asked. */
  public static ApiException unusable(String request, String why) {
    return noAnswer(request + ": " + "the answer cannot be used: " + why, null);
  }

  /** There was more of an answer than there may be; the message names the limit. */
  static ApiException beyond(String request, LimitException passed) {
    String which = " (the limit `" + passed.limit().key() + "`)";
    return noAnswer(request + ": " + passed.getMessage() + which, passed);
  }

  /**
   * The server's refusal.
   *
   * @param status the server's {@code Status}, or what else it answered; may be empty
   * @param retryAfter how long the server wants to be left alone, or null
   */
  static ApiException refused(int code, Table status, String text, Duration retryAfter) {
    String message = Fields.text(status, "message");
    List<Cause> causes = new ArrayList<>();
    if (Fields.table(status, "details").get("causes") instanceof Sequence all) {
      for (Object each : all) {
        if (each instanceof Table cause) {
          causes.add(
              new Cause(
                  Fields.text(cause, "reason"),
                  Fields.text(cause, "message"),
                  Fields.text(cause, "field")));
        }
      }
    }
    return new ApiException(
        code,
        Fields.text(status, "reason"),
        message.isEmpty() ? "the server answered " + code + ": " + text.strip() : message,
        causes,
        retryAfter,
        null);
  }

  /** The status code of HTTP, {@link #NO_ANSWER} or {@link #UNSENT}. */
  public int code() {
    return code;
  }

  /** The server's reason in one word, such as {@code AlreadyExists}; empty if it gives none. */
  public String reason() {
    return reason;
  }

  /** The causes that the server gives. */
  public List<Cause> causes() {
    return causes;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  /** True if there is no such object, or no such resource. */
  public boolean isNotFound() {
    return code == 404;
  }

  /** True if the caller may not do that. */
  public boolean isForbidden() {
    return code == 403 && !reason.isEmpty();
  }

  /** True if the object is there already, or has changed, or somebody else manages its fields. */
  public boolean isConflict() {
    return code == 409;
  }

  /** True if that is not done however often it is asked for: the server understood, or we did. */
  public boolean isRefusal() {
    return code == UNSENT
        || isForbidden()
        || isConflict()
        || code == 400
        || code == 405
        || code == 422;
  }

  /** True if somebody else wrote the object while the server was about it. */
  public boolean isOvertaken() {
    return isConflict() && reason.equals("Conflict") && causes.isEmpty();
  }

  /** True if there is such an object already. */
  public boolean isExisting() {
    return isConflict() && reason.equals("AlreadyExists");
  }

  /** True if the list or watch is too old to go on from. */
  public boolean isGone() {
    return code == 410;
  }

  /** True if the same request may succeed a little later. */
  boolean isPassing() {
    boolean quota =
        isConflict()
            && getMessage().contains("Operation cannot be fulfilled on resourcequotas")
            && getMessage().contains("the object has been modified");
    boolean away = code == NO_ANSWER && !isUntrusted() && !isBeyondLimit();
    return away || code == 429 || code == 502 || code == 503 || code == 504 || quota;
  }

  /** True if the server answered more than it may; it would do so again. */
  public boolean isBeyondLimit() {
    return getCause() instanceof LimitException;
  }

  /** True if whoever answered could not show that it is the server. */
  private boolean isUntrusted() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
