package dev.pintle.render;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.context.Renderable;
import dev.pintle.template.Execution;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The second step of a rendering: compiles the templates of all enabled charts and runs them one
 * after the other. Each file is rendered by the engine that handles its name; files of all engines
 * run in one order, since what a template sets in its values is seen by those after it.
 */
final class TemplateStage {

  private static final int CHARACTERS_PER_STEP = 16;

  private final List<TemplateEngine> engines;
  private final TemplateEngine fallback;

  /**
   * A stage.
   *
   * @param engines engines for the files that they handle
   * @param fallback the engine for all other files
   */
  TemplateStage(List<TemplateEngine> engines, TemplateEngine fallback) {
    this.engines = List.copyOf(engines);
    this.fallback = fallback;
  }

  /**
   * What was rendered.
   *
   * @param files the text of all files that are no partials, by name
   * @param runs what rendered each of them
   * @param templates the templates of all engines
   */
  record Rendered(
      SortedMap<String, String> files,
      Map<String, TemplateSet.Run> runs,
      List<TemplateSet> templates) {

    /** What in a template made a character of its output, or null if that is not known. */
    Origin originOf(String name, int index) {
      return runs.get(name).originOf(name, index);
    }
  }

  /** Renders all files that are no partials. */
  Rendered render(List<Renderable> renderables, Execution execution) {
    Map<TemplateEngine, List<TemplateSource>> sources = new LinkedHashMap<>();
    List<TemplateEngine> engineOf = new ArrayList<>(renderables.size());
    for (Renderable renderable : renderables) {
      TemplateEngine engine = engineFor(renderable.source().name());
      engineOf.add(engine);
      TemplateSource source = renderable.source();
      execution.worked(1 + source.text().length() / CHARACTERS_PER_STEP);
      execution.built(source.compiledBytes());
      sources.computeIfAbsent(engine, e -> new ArrayList<>()).add(source);
    }
    Map<TemplateEngine, TemplateSet.Run> runs = new LinkedHashMap<>();
    List<TemplateSet> templates = new ArrayList<>();
    sources.forEach(
        (engine, texts) -> {
          TemplateSet compiled = engine.compile(texts);
          templates.add(compiled);
          runs.put(
              engine,
              compiled.start(execution, (name, dot) -> call(runs, runs.get(engine), name, dot)));
        });

    SortedMap<String, String> files = new TreeMap<>(GoStrings.BYTE_ORDER);
    Map<String, TemplateSet.Run> runByFile = new HashMap<>();
    for (int i = 0; i < renderables.size(); i++) {
      Renderable renderable = renderables.get(i);
      if (!renderable.isPartial()) {
        String name = renderable.source().name();
        TemplateSet.Run run = runs.get(engineOf.get(i));
        files.put(name, run.render(name, renderable.enterContext()));
        runByFile.put(name, run);
      }
    }
    return new Rendered(files, runByFile, templates);
  }

  /** Lets a template call one of another engine. */
  private static String call(
      Map<TemplateEngine, TemplateSet.Run> runs, TemplateSet.Run caller, String name, Object dot) {
    for (TemplateSet.Run run : runs.values()) {
      String text = run == caller ? null : run.call(name, dot);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private TemplateEngine engineFor(String name) {
    TemplateEngine found = null;
    for (TemplateEngine engine : engines) {
      if (engine.handles(name)) {
        if (found != null) {
          throw new PintleException(
              Diagnostic.Kind.TEMPLATE_SYNTAX,
              "both " + found.name() + " and " + engine.name() + " would render " + name);
        }
        found = engine;
      }
    }
    return found == null ? fallback : found;
  }
}
