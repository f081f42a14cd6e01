package dev.pintle.apply.files;

import dev.pintle.file.RealFile;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a directory's files that is made as a whole or not at all. What is to come is written
 * beside the directory first; a list of the steps, once it is there, is the point of no return: if
 * the process ends after it, whoever comes next takes the steps that are left. A step that fails
 * takes those before it back.
 *
 * <pre>
 * STAGE/new/…   the files to come
 * STAGE/old/…   the files that had to give way
 * STAGE/steps   lines: "put NAME" or "delete NAME"
 * </pre>
 */
final class StagedChange {

  private static final String PUT = "put ";
  private static final String DELETE = "delete ";

  private final Path directory;
  private final Path stage;
  private final List<String> steps = new ArrayList<>();

  StagedChange(Path directory, Path stage) {
    this.directory = directory;
    this.stage = stage;
  }

  /** Takes the steps that somebody had no time for, or clears away what never became a change. */
  static void recover(Path directory, Path stage) throws IOException {
    StagedChange change = new StagedChange(directory, stage);
    Path steps = OwnFiles.in(stage, "steps");
    if (Files.exists(steps)) {
      GoStrings.fromBytes(RealFile.read(steps, Limits.defaults(), Limit.INPUT_BYTES))
          .lines()
          .forEach(change.steps::add);
      change.takeSteps();
    }
    change.clear();
  }

  /** Will write a file. */
  void put(String name, String text) throws IOException {
    Path file = coming(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    steps.add(PUT + name);
  }

  /** Will delete a file. */
  void delete(String name) {
    steps.add(DELETE + name);
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Passes the point of no return, but takes no step yet. */
  void decide() throws IOException {
    Files.createDirectories(stage);
    Path draft = OwnFiles.in(stage, "steps.draft");
    Files.write(draft, steps, StandardCharsets.UTF_8);
    move(draft, OwnFiles.in(stage, "steps"));
  }

  /** Takes all steps, or none if one fails. */
  void takeSteps() throws IOException {
    for (String step : steps) { // before any is taken
      OwnFiles.in(directory, name(step));
    }
    List<String> taken = new ArrayList<>();
    try {
      for (String step : steps) {
        take(step);
        taken.add(step);
      }
    } catch (IOException e) {
      for (int i = taken.size() - 1; i >= 0; i--) {
        takeBack(taken.get(i));
      }
      clear();
      throw e;
    }
    clear();
    removeEmpty(directory);
  }

  private static String name(String step) throws IOException {
    if (!step.startsWith(PUT) && !step.startsWith(DELETE)) {
      throw new IOException("\"" + step + "\" is no step of a change");
    }
    return step.substring(step.indexOf(' ') + 1);
  }

  private Path coming(String name) {
    return OwnFiles.in(stage, "new/" + name);
  }

  private Path old(String name) {
    return OwnFiles.in(stage, "old/" + name);
  }

  /** Taken once more, a step does nothing. */
  private void take(String step) throws IOException {
    Path file = OwnFiles.in(directory, name(step));
    Path coming = coming(name(step));
    boolean put = step.startsWith(PUT);
    if (put && !Files.exists(coming)) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory");
    }
    if (Files.exists(file)) {
      Path old = old(name(step));
      Files.createDirectories(old.getParent());
      move(file, old);
    }
    if (put) {
      Files.createDirectories(file.getParent());
      move(coming, file);
    }
  }

  private void takeBack(String step) throws IOException {
    Path file = OwnFiles.in(directory, name(step));
    Path old = old(name(step));
    if (Files.exists(old)) {
      move(old, file);
    } else {
      Files.deleteIfExists(file);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes the stage, the steps first: without them it is nothing. */
  private void clear() throws IOException {
    Files.deleteIfExists(stage.resolve("steps"));
    if (!Files.exists(stage)) {
      return;
    }
    try (Stream<Path> all = Files.walk(stage)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Deletes directories that have nothing in them any more. */
  private static void removeEmpty(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> directories;
    try (Stream<Path> all = Files.walk(directory)) {
      directories = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : directories) {
      try (Stream<Path> content = Files.list(each)) {
        if (content.findAny().isPresent()) {
          continue;
        }
      } catch (NoSuchFileException gone) {
        continue;
      }
      Files.delete(each);
    }
  }
}
