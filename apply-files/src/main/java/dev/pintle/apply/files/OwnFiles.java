package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.values.GoQuotes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Files of a release's directory, by names from what is kept there. Whoever may write into a
 * repository may have written these, or put a link in the place of a directory; yet nothing but
 * what is in the directory itself is ever written or deleted.
 */
final class OwnFiles {

  private OwnFiles() {}

  /**
   * The file of a name.
   *
   * @throws ApplyException if that is not within the directory
   */
  static Path in(Path directory, String name) {
    Path relative;
    try {
      relative = Path.of(name);
    } catch (InvalidPathException e) {
      throw refused(directory, name);
    }
    boolean plain =
        !name.isEmpty() && !relative.isAbsolute() && relative.normalize().toString().equals(name);
    if (!plain || relative.startsWith("..")) {
      throw refused(directory, name);
    }
    Path at = directory;
    for (Path part : relative) {
      if (!at.equals(directory) && Files.isSymbolicLink(at)) {
        throw refused(directory, name);
      }
      at = at.resolve(part);
    }
    return at;
  }

  private static ApplyException refused(Path directory, String name) {
    return new ApplyException(
        Reason.REFUSED, GoQuotes.quote(name) + " is no file within " + directory);
  }
}
