package dev.pintle.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What random charts are made of: rules, each with alternatives, of which the first is the
 * simplest. Read from files in which a name at the start of a line begins a rule and every indented
 * line is an alternative.
 *
 * <ul>
 *   <li>{@code «rule»} stands for what is derived from a rule, {@code ‹rule›} for the same as an
 *       argument of a function: in parentheses where it is a call, and once in a while of a kind
 *       that the function does not want, unless it is {@code ‹rule!›}.
 *   <li>{@code «rule?»} may be missing, {@code «rule~»} is there but can be taken away, {@code
 *       «rule*»} is there up to four times, {@code «rule*9»} up to nine times; {@code «#»} is a
 *       number that nothing else in the chart has, the same throughout an alternative.
 *   <li>{@code ⏎} ends a line, as does a next line that begins with {@code |}; {@code ␍} is a
 *       carriage return, {@code ␉} a tab, {@code ␣} a blank, {@code ⌂} a byte order mark and {@code
 *       ∅} nothing.
 *   <li>{@code 5× } before an alternative makes it five times as likely. A line that begins with
 *       {@code #} is a comment.
 * </ul>
 */
final class Grammar {

  private static final Pattern HOLE =
      Pattern.compile("[«‹](#|[a-z][a-z0-9-]*)(!?)([?~]?|\\*\\d*)[»›]");
  private static final Pattern WEIGHT = Pattern.compile("^(\\d+)× ");
  private static final Pattern CALL = Pattern.compile("^[a-zA-Z.$][\\w.$]*[ ‹].*|^[^\"`]* \\| .*");
  private static final int USUAL_TIMES = 4;
  private static final int UNKNOWN = 1 << 20;

  /** A part of an alternative. */
  sealed interface Part {}

  /** Text that stands for itself. */
  record Text(String text) implements Part {}

  /**
   * A place for what is derived from another rule.
   *
   * @param argument true if it is an argument of a function
   * @param strict true if nothing of another kind may stand there
   * @param removable true if the text around it holds without it
   * @param least how often it is there at least
   * @param most how often it is there at most
   */
  record Hole(String rule, boolean argument, boolean strict, boolean removable, int least, int most)
      implements Part {

    boolean isNumber() {
      return rule.equals("#");
    }

    boolean isRepeated() {
      return most > 1;
    }
  }

  /**
   * One of the forms of a rule.
   *
   * @param call true if it has to stand in parentheses to be an argument
   */
  record Alternative(int weight, boolean call, List<Part> parts) {}

  private final Map<String, List<Alternative>> rules = new LinkedHashMap<>();
  private final Map<String, Integer> heights = new LinkedHashMap<>();

  /** Reads all files {@code *.grammar} of a directory. */
  static Grammar read(Path directory) {
    Grammar grammar = new Grammar();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".grammar")).sorted().toList()) {
        grammar.add(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    grammar.check();
    grammar.measure();
    return grammar;
  }

  /** The rules of a text. */
  static Grammar of(String text) {
    Grammar grammar = new Grammar();
    grammar.add(text);
    grammar.check();
    grammar.measure();
    return grammar;
  }

  Set<String> rules() {
    return rules.keySet();
  }

  List<Alternative> alternatives(String rule) {
    return rules.get(rule);
  }

  /** The text of a rule's first alternative, if that is nothing but text. */
  Optional<String> simplest(String rule) {
    List<Part> parts = rules.containsKey(rule) ? rules.get(rule).get(0).parts() : List.of();
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (!(part instanceof Text words)) {
        return Optional.empty();
      }
      text.append(words.text());
    }
    return rules.containsKey(rule) ? Optional.of(text.toString()) : Optional.empty();
  }

  /** How many rules what is derived from an alternative goes through at least. */
  int height(Alternative alternative) {
    int height = 0;
    for (Part part : alternative.parts()) {
      if (part instanceof Hole hole && hole.least() > 0 && !hole.isNumber()) {
        height = Math.max(height, 1 + heights.getOrDefault(hole.rule(), UNKNOWN));
      }
    }
    return height;
  }

  private void add(String text) {
    List<Alternative> current = null;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith(" ")) {
        current = rules.computeIfAbsent(line.strip(), name -> new ArrayList<>());
        continue;
      }
      StringBuilder alternative = new StringBuilder(line.strip());
      while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  |")) {
        i++;
        alternative.append('⏎').append(lines.get(i).substring("  |".length()).stripTrailing());
      }
      current.add(alternative(alternative.toString()));
    }
  }

  private static Alternative alternative(String line) {
    Matcher weight = WEIGHT.matcher(line);
    boolean weighted = weight.find();
    String form = weighted ? line.substring(weight.end()) : line;
    List<Part> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(form);
    int from = 0;
    while (hole.find()) {
      text(parts, form.substring(from, hole.start()));
      String times = hole.group(3);
      int most = times.startsWith("*") ? times(times.substring(1)) : 1;
      boolean argument = hole.group().startsWith("‹");
      boolean strict = !hole.group(2).isEmpty();
      boolean needed = times.isEmpty() || times.equals("~");
      boolean removable = !times.isEmpty();
      parts.add(new Hole(hole.group(1), argument, strict, removable, needed ? 1 : 0, most));
      from = hole.end();
    }
    text(parts, form.substring(from));
    int weightOf = weighted ? Integer.parseInt(weight.group(1)) : 1;
    return new Alternative(weightOf, CALL.matcher(form).matches(), parts);
  }

  private static int times(String digits) {
    return digits.isEmpty() ? USUAL_TIMES : Integer.parseInt(digits);
  }

  private static void text(List<Part> parts, String form) {
    String text =
        form.replace('⏎', '\n')
            .replace('␍', '\r')
            .replace('␉', '\t')
            .replace('␣', ' ')
            .replace('⌂', '\uFEFF')
            .replace("∅", "");
    if (!text.isEmpty()) {
      parts.add(new Text(text));
    }
  }

  private void check() {
    rules.forEach(
        (name, alternatives) -> {
          for (Alternative alternative : alternatives) {
            for (Part part : alternative.parts()) {
              if (part instanceof Hole hole
                  && !hole.isNumber()
                  && !rules.containsKey(hole.rule())) {
                throw new IllegalStateException(name + " wants a rule " + hole.rule());
              }
            }
          }
        });
  }

  /** All rules, as records are printed. */
  @Override
  public String toString() {
    return rules.toString();
  }

  /** Finds the height of every rule, so that deriving can be made to end. */
  private void measure() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, List<Alternative>> rule : rules.entrySet()) {
        int least = rule.getValue().stream().mapToInt(this::height).min().orElse(UNKNOWN);
        Integer before = heights.put(rule.getKey(), least);
        changed |= before == null || before != least;
      }
    }
  }
}
