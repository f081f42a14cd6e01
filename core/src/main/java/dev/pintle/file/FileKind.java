package dev.pintle.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands in a place of a file system where a file was expected. */
enum FileKind {
  PIPE(0010000, "a named pipe"),
  CHARACTER_DEVICE(0020000, "a device"),
  BLOCK_DEVICE(0060000, "a device"),
  SOCKET(0140000, "a socket"),
  SOMETHING(-1, "a device, pipe or socket");

  /** The bits of a Unix mode that tell. */
  private static final int TYPE = 0170000;

  private final int type;
  private final String words;

  FileKind(int type, String words) {
    this.type = type;
    this.words = words;
  }

  /** What is there, links followed; {@link #SOMETHING} where the system does not say. */
  static FileKind of(Path path) {
    try {
      Object mode = Files.getAttribute(path, "unix:mode");
      for (FileKind kind : values()) {
        if (mode instanceof Integer bits && (bits & TYPE) == kind.type) {
          return kind;
        }
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return SOMETHING; // it only makes the message less exact
    }
    return SOMETHING;
  }

  @Override
  public String toString() {
    return words;
  }
}
