package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one place where a name becomes the path of a file. Names are from charts, and from indexes
 * and lists of steps that lie in a repository, where anybody may have written them: none leads out
 * of its directory, by itself or through a link.
 */
final class OwnFiles {

  private OwnFiles() {}

  /**
   * The path of a file in a directory.
   *
   * @param name its parts are divided by slashes
   * @throws ApplyException if it would be elsewhere
   */
  static Path in(Path directory, String name) {
    Path at = directory;
    for (String part : TextParts.split(name, '/')) {
      boolean plain =
          !part.isEmpty()
              && !part.equals(".")
              && !part.equals("..")
              && part.indexOf('\\') < 0
              && part.indexOf(':') < 0
              && part.chars().noneMatch(Character::isISOControl);
      if (!plain) {
        throw refused(directory, name);
      }
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        throw refused(directory, name);
      }
    }
    return at;
  }

  private static ApplyException refused(Path directory, String name) {
    return new ApplyException(
        Reason.REFUSED, GoQuotes.quote(name) + " is no file within " + directory);
  }
}
