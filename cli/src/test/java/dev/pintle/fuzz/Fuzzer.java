package dev.pintle.fuzz;

import dev.pintle.cli.FeatureCase.Answer;
import dev.pintle.fuzz.Piece.Derived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders random charts with Pintle and with the real Helm and shrinks what they do not do alike.
 *
 * <p>A chart has many templates, and Helm stops at the first that fails. So every template is tried
 * with Pintle first; those that fail make a chart of their own each, the others one together. Safe
 * for several threads.
 */
final class Fuzzer {

  private static final String TEMPLATE = "template";
  private static final int DEPTH = 8;

  /** How many of a chart's failing templates are rendered with Helm: its start takes long. */
  private static final int FAILING_TEMPLATES = 3;

  /** One chart in so many is about how charts are composed. */
  private static final int COMPOSITIONS = 4;

  /** How often Helm is asked until a difference counts as one and not as Helm's chance. */
  private static final int TIMES_HELM_AGREES_WITH_ITSELF = 4;

  private static final int SHRINKING_TRIES = 300;
  private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_]\\w*");

  private final Grammar grammar;
  private final Path directory;
  private final Finds finds;
  private final Set<String> functions;

  private final LongAdder charts = new LongAdder();
  private final LongAdder helmRuns = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder templates = new LongAdder();
  private final LongAdder chances = new LongAdder();
  private final LongAdder unanswered = new LongAdder();
  private final Map<String, Integer> calls = new TreeMap<>();

  /**
   * Prepares to fuzz.
   *
   * @param directory where charts are written while they are rendered
   * @param functions the names of the functions whose calls are counted
   */
  Fuzzer(Grammar grammar, Path directory, Finds finds, Set<String> functions) {
    this.grammar = grammar;
    this.directory = directory;
    this.finds = finds;
    this.functions = functions;
  }

  /** The chart of a seed. */
  Derived chart(long seed) {
    String rule = seed % COMPOSITIONS == 0 ? "composition" : "chart";
    return new Deriver(grammar, new Dice(seed)).derive(rule, DEPTH);
  }

  /** Compares what is made of the chart of a seed. */
  void run(long seed) {
    Derived chart = chart(seed);
    Derived bare = chart.without(part -> part.rule().equals(TEMPLATE));
    if (pintle(bare).status() != 0) {
      compare(seed, "bare", bare);
      return;
    }
    Set<Piece> failing = new HashSet<>();
    List<Derived> all = templates(chart);
    for (Derived template : all) {
      Answer alone = pintle(only(chart, template));
      if (alone.status() != 0) {
        failing.add(template);
      }
    }
    all.stream()
        .filter(failing::contains)
        .limit(FAILING_TEMPLATES)
        .forEach(template -> compare(seed, "t" + all.indexOf(template), only(chart, template)));
    compare(seed, "all", chart.without(failing::contains));
  }

  private static List<Derived> templates(Derived chart) {
    return chart
        .all()
        .filter(piece -> piece instanceof Derived part && part.rule().equals(TEMPLATE))
        .map(Derived.class::cast)
        .toList();
  }

  private static Derived only(Derived chart, Derived template) {
    return chart.without(part -> part.rule().equals(TEMPLATE) && part != template);
  }

  private void compare(long seed, String name, Derived chart) {
    try (Subject subject = new Subject(directory, chart.text())) {
      Answer pintle = subject.pintle();
      if (Comparison.isLimit(pintle)) {
        return;
      }
      Answer helm = helm(subject);
      count(chart, helm);
      if (Comparison.same(pintle, helm)) {
        return;
      }
      Set<String> chance = sourcesOfChance(subject, helm);
      if (chance.isEmpty()) {
        report(seed, name, chart, pintle, helm);
      } else {
        chances.increment();
        Derived steady = chart.without(part -> isOneOf(part, chance));
        if (!steady.text().equals(chart.text())) {
          compare(seed, name, steady);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("seed " + seed, e);
    } catch (TimeoutException e) {
      unanswered.increment();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The files of which Helm prints now this, now that; {@code *} where it fails now so, now so. */
  private Set<String> sourcesOfChance(Subject subject, Answer first)
      throws IOException, InterruptedException, TimeoutException {
    Set<String> sources = new HashSet<>();
    for (int i = 1; i < TIMES_HELM_AGREES_WITH_ITSELF; i++) {
      Answer again = helm(subject);
      sources.addAll(Comparison.sourcesThatDiffer(first, again));
      if (first.status() != 0 && !again.err().equals(first.err())) {
        sources.add("*");
      }
    }
    return sources;
  }

  private static boolean isOneOf(Derived part, Set<String> sources) {
    if (!part.rule().equals(TEMPLATE)) {
      return false;
    }
    String text = part.text();
    return sources.stream()
        .map(source -> source.substring(source.indexOf('/') + 1))
        .anyMatch(file -> text.contains("-- " + file + " --\n"));
  }

  private void report(long seed, String name, Derived chart, Answer pintle, Answer helm)
      throws IOException, InterruptedException, TimeoutException {
    if (!finds.isNews(pintle, helm)) {
      return;
    }
    Predicate<Piece> stillSo = smaller -> differs(smaller, pintle.status(), helm.status());
    Piece smallest = new Shrinker(grammar, stillSo, SHRINKING_TRIES).shrink(chart);
    try (Subject subject = new Subject(directory, smallest.text())) {
      finds.write(seed, name, smallest, subject.pintle(), helm(subject));
    }
  }

  /** True if both still end as they did, and not the same, and Helm does so again. */
  private boolean differs(Piece chart, int pintleStatus, int helmStatus) {
    try (Subject subject = new Subject(directory, chart.text())) {
      Answer pintle = subject.pintle();
      if (pintle.status() != pintleStatus) {
        return false;
      }
      Answer helm = helm(subject);
      return helm.status() == helmStatus
          && !Comparison.same(pintle, helm)
          && helm(subject).equals(helm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Answer pintle(Piece chart) {
    try (Subject subject = new Subject(directory, chart.text())) {
      return subject.pintle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer helm(Subject subject) throws IOException, InterruptedException, TimeoutException {
    helmRuns.increment();
    return subject.helm();
  }

  private void count(Derived chart, Answer helm) {
    charts.increment();
    List<Derived> rendered = templates(chart);
    templates.add(rendered.size());
    if (helm.status() != 0) {
      refusals.increment();
    }
    for (Derived template : rendered) {
      Matcher word = FUNCTION.matcher(template.text());
      while (word.find()) {
        if (functions.contains(word.group())) {
          synchronized (calls) {
            calls.merge(word.group(), 1, Integer::sum);
          }
        }
      }
    }
  }

  /** What was done so far, in words. */
  String summary() {
    Set<String> missing = new HashSet<>(functions);
    synchronized (calls) {
      missing.removeAll(calls.keySet());
    }
    return String.join(
        "%n".formatted(),
        "%d charts (%d refused by Helm), %d templates, %d runs of Helm"
            .formatted(charts.sum(), refusals.sum(), templates.sum(), helmRuns.sum()),
        "%d times Helm's answer was chance, %d times it had none"
            .formatted(chances.sum(), unanswered.sum()),
        "%d of %d functions called, not: %s"
            .formatted(
                functions.size() - missing.size(),
                functions.size(),
                missing.stream().sorted().toList()),
        finds.summary());
  }
}
