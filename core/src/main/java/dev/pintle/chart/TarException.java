package dev.pintle.chart;

import java.io.IOException;

/** A tar archive is not well-formed; the message is that of Go's {@code archive/tar}. */
final class TarException extends IOException {

  private static final long serialVersionUID = 1L;

  TarException(String problem) {
    super("archive/tar: " + problem);
  }
}
