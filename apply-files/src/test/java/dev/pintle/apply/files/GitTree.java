package dev.pintle.apply.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git working tree for tests, which no settings of the user's reach. */
record GitTree(Path directory) {

  /** Makes a directory one. */
  static GitTree in(Path directory) {
    GitTree tree = new GitTree(directory);
    tree.git("init", "--quiet");
    return tree;
  }

  /** Commits all that is there. */
  void commit(String author, String message) {
    git("add", "--all");
    git(
        "-c",
        "user.name=" + author,
        "-c",
        "user.email=test@example.com",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message=" + message);
  }

  private void git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    try {
      assertThat(builder.start().waitFor()).as("git " + List.of(arguments)).isZero();
    } catch (IOException e) {
      throw new IllegalStateException("these tests need git on the PATH", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
