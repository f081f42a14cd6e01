package dev.pintle.render.assemble;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.limit.Budget;
import dev.pintle.release.Hook;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.InstallOrder;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHead;
import dev.pintle.release.manifest.ManifestHeadReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * The third step of a rendering: splits rendered files into documents, tells hooks from resources,
 * and puts both into Helm's install order.
 */
public final class Assembler {

  private static final String NOTES = "NOTES.txt";
  private static final int CHARACTERS_PER_STEP = 64;

  private static final int BYTES_PER_WORD = 16;

  /** An object of which nothing is known but its head. */
  private static final int BYTES_OF_OBJECT = 128;

  private final List<Resource> resources = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();

  private final Traces traces;
  private final Budget budget;

  private Assembler(Traces traces, Budget budget) {
    this.budget = budget;
    this.traces = traces;
  }

  /** Knows what in a template wrote a character of its output; null where it does not. */
  @FunctionalInterface
  public interface Traces {

    /**
     * What wrote a character.
     *
     * @param file the name of the template
     * @param index of the character in what it rendered
     */
    Origin originOf(String file, int index);
  }

  /**
   * What the rendered files hold.
   *
   * @param notes the notes, empty if there are none
   * @param warnings what Helm would log
   */
  public record Assembled(
      List<Resource> resources, List<Hook> hooks, String notes, List<Diagnostic> warnings) {

    /** All objects, hooks too. */
    public List<Resource> objects() {
      List<Resource> objects = new ArrayList<>(resources);
      hooks.forEach(hook -> objects.add(hook.resource()));
      return objects;
    }
  }

  /**
   * Assembles the files of one rendering.
   *
   * @param files rendered text by template name
   * @param chartName the name of the root chart, whose notes are kept
   * @param allNotes whether those of the charts below are kept too; they come first, in the order
   *     of their paths, where Helm has any order
   * @param traces what the resources are to know of their templates
   * @param budget counts what assembling takes
   * @throws ManifestException if a document is not YAML, or its head is not what Helm can read
   */
  public static Assembled assemble(
      SortedMap<String, String> files,
      String chartName,
      boolean allNotes,
      Traces traces,
      Budget budget) {
    Assembler assembler = new Assembler(traces, budget);
    String own = chartName + "/templates/" + NOTES;
    StringBuilder notes = new StringBuilder();
    files.forEach(
        (name, text) -> {
          if (name.equals(own) || allNotes && name.endsWith(NOTES)) {
            notes.append(notes.isEmpty() ? "" : "\n").append(text);
          }
        });
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (!file.getKey().endsWith(NOTES)) {
          assembler.addFile(file.getKey(), file.getValue(), files);
        }
      }
    } catch (ManifestException e) {
      e.addEarlierWarnings(assembler.warnings);
      throw e;
    }
    assembler.resources.sort(Comparator.comparing(Resource::kind, InstallOrder.BY_KIND));
    assembler.hooks.sort(
        Comparator.comparing(hook -> hook.resource().kind(), InstallOrder.BY_KIND));
    return new Assembled(
        assembler.resources, assembler.hooks, notes.toString(), assembler.warnings);
  }

  private void addFile(String name, String text, SortedMap<String, String> files) {
    budget.worked(1 + text.length() / CHARACTERS_PER_STEP);
    for (ManifestDocuments.Document document : ManifestDocuments.split(text)) {
      budget.built(BYTES_OF_OBJECT + name.length()); // The manifest names it before each object.
      ManifestHead head;
      try {
        head = ManifestHeadReader.read(document.text(), budget);
      } catch (YamlException notReadable) {
        throw ManifestException.of(name, text, document.start(), notReadable, files);
      }
      int start = document.start();
      add(new Resource(name, document.text(), head, index -> traces.originOf(name, start + index)));
    }
  }

  private void add(Resource resource) {
    String types = resource.annotations().get(Hook.ANNOTATION);
    if (types == null) {
      resources.add(resource);
      return;
    }
    List<Hook.Event> events = new ArrayList<>();
    for (String type : TextParts.split(types, ',')) {
      budget.built(BYTES_PER_WORD);
      Hook.Event event = Hook.Event.ofHelmName(normal(type));
      if (event == null) {
        warnings.add(
            Diagnostic.of(
                    Diagnostic.Kind.NOTICE,
                    "skipping unknown hooks",
                    new Position(resource.source(), 0, 0))
                .withNote(GoQuotes.logField("hookTypes", types)));
        return;
      }
      events.add(event);
    }
    hooks.add(
        new Hook(
            resource,
            events,
            weight(resource),
            policies(resource, Hook.DELETE_ANNOTATION),
            policies(resource, Hook.OUTPUT_LOG_ANNOTATION)));
  }

  private static int weight(Resource resource) {
    try {
      return Integer.parseInt(resource.annotations().getOrDefault(Hook.WEIGHT_ANNOTATION, "0"));
    } catch (NumberFormatException notANumber) {
      return 0; // as Helm has it
    }
  }

  private static List<String> policies(Resource resource, String annotation) {
    String policies = resource.annotations().get(annotation);
    return policies == null
        ? List.of()
        : TextParts.split(policies, ',').stream().map(Assembler::normal).toList();
  }

  private static String normal(String word) {
    return GoStrings.trimSpace(word).toLowerCase(Locale.ROOT);
  }
}
