package dev.pintle.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds files by paths as tests have them: from the directory of the module that is tested, where
 * Maven, Gradle and IDEs run its tests, and upwards to the root of the build.
 */
final class BuildPaths {

  private static final List<String> BUILD_FILES =
      List.of(
          "pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  private final List<Path> directories;

  private BuildPaths(List<Path> directories) {
    this.directories = directories;
  }

  /** From the working directory. */
  static BuildPaths ofModule() {
    return from(Path.of("").toAbsolutePath());
  }

  /**
   * The root of the build is the root of the repository, or the last directory with a build file.
   */
  static BuildPaths from(Path module) {
    List<Path> directories = new ArrayList<>();
    for (Path at = module; at != null; at = at.getParent()) {
      if (!directories.isEmpty() && !isRepository(at) && !hasBuildFile(at)) {
        break;
      }
      directories.add(at);
      if (isRepository(at)) {
        break;
      }
    }
    return new BuildPaths(directories);
  }

  private static boolean isRepository(Path directory) {
    return Files.exists(directory.resolve(".git"));
  }

  private static boolean hasBuildFile(Path directory) {
    return BUILD_FILES.stream().anyMatch(name -> Files.exists(directory.resolve(name)));
  }

  /** The same, but first looks into another directory. */
  BuildPaths after(Path directory) {
    List<Path> more = new ArrayList<>();
    more.add(directory);
    more.addAll(directories);
    return new BuildPaths(more);
  }

  /**
   * The file or directory.
   *
   * @throws IllegalArgumentException if there is none, with all places that were looked at
   */
  Path find(String path) {
    return directories.stream()
        .map(directory -> directory.resolve(path))
        .filter(Files::exists)
        .findFirst()
        .map(Path::normalize)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no "
                        + path
                        + " in "
                        + directories.stream()
                            .map(Path::toString)
                            .collect(Collectors.joining(", "))));
  }
}
