package dev.pintle.apply.files;

import dev.pintle.go.strings.TextParts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the git repository around a directory knows of its files. Asks the {@code git} on the PATH,
 * which reads all forms of repositories there are; where there is none, or no repository, nothing
 * is known. Safe for use by several threads.
 */
final class GitHistory {

  /** A file that was changed more often since its release is not looked into any further. */
  private static final int VERSIONS = 100;

  private static final int SECONDS = 30;

  private final Path directory;

  GitHistory(Path directory) {
    this.directory = directory;
  }

  /**
   * A version of a file.
   *
   * @param author who committed it, by the name that git has
   * @param at when they made the change
   * @param text null if the file was deleted
   */
  record Version(String author, Instant at, String text) {}

  /** The versions of a file that were committed, the newest first; each is read when asked for. */
  List<Commit> commits(String file) {
    List<Commit> commits = new ArrayList<>();
    String log = git("log", "--max-count=" + VERSIONS, "--format=%H%x09%aI%x09%an", "--", file);
    for (String line : log == null ? List.<String>of() : log.lines().toList()) {
      List<String> fields = TextParts.split(line, '\t', 3);
      commits.add(
          new Commit(file, fields.get(0), OffsetDateTime.parse(fields.get(1)), fields.get(2)));
    }
    return commits;
  }

  /** One of them. */
  record Commit(String file, String id, OffsetDateTime at, String author) {}

  /** The file as a commit left it. */
  Version version(Commit commit) {
    return new Version(
        commit.author(),
        commit.at().toInstant(),
        git("cat-file", "blob", commit.id() + ":./" + commit.file()));
  }

  /** What a question is answered with, or null if it is not. */
  private String git(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", directory.toString(), "--no-pager"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // A hook of git's sets these, and they would lead to another repository than the directory's.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    try {
      return answer(builder.start()).orElse(null);
    } catch (IOException noGit) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Optional<String> answer(Process git) throws IOException, InterruptedException {
    try {
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean answered = git.waitFor(SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
      return answered ? Optional.of(text) : Optional.empty();
    } finally {
      git.destroy();
    }
  }
}
