package dev.pintle.diagnostic.wording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says what went wrong with a file in the words of Go, which Helm's messages are made of. */
public final class FileErrors {

  private FileErrors() {}

  /**
   * Go's text for a failed operation on a file, such as {@code open x: no such file or directory}.
   *
   * @param operation Go's name of the operation: {@code open}, {@code stat}, {@code lstat} …
   * @param path the path as it was given
   */
  public static String describe(String operation, String path, IOException error) {
    String reason = reason(error);
    // Go opens directories as well, and finds out when it reads.
    boolean opened = operation.equals("open") && reason.equals("is a directory");
    return (opened ? "read" : operation) + " " + Visible.name(path) + ": " + reason;
  }

  private static String reason(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "no such file or directory";
    } else if (error instanceof AccessDeniedException) {
      return "permission denied";
    } else if (error instanceof NotDirectoryException) {
      return "not a directory";
    }
    String message = String.valueOf(error.getMessage());
    if (message.contains("Too many levels of symbolic links")) {
      // The JDK adds a guess to what the system says.
      return "too many levels of symbolic links";
    }
    int reasonAt = message.lastIndexOf(": ");
    String reason = reasonAt < 0 ? message : message.substring(reasonAt + 2);
    return reason.isEmpty()
        ? reason
        : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }
}
