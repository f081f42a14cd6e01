package dev.pintle.testing.cluster;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where Pintle keeps what is costly to get: {@code pintle} in the user's cache directory. */
final class CacheDirectory {

  private CacheDirectory() {}

  /** The directory that the XDG base directory specification asks for. */
  static Path of(UnaryOperator<String> environment) {
    String cache = environment.apply("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("pintle");
  }
}
