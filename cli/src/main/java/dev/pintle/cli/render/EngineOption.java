package dev.pintle.cli.render;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.handlebars.HandlebarsEngine;
import dev.pintle.render.Pintle;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The flag that asks for template engines besides Go's. Without it every file is a Go template, as
 * for Helm, and no class of another engine is loaded.
 */
public final class EngineOption {

  private static final String HANDLEBARS = "handlebars";

  @Spec private CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "string",
      description =
          "render the files of another language by its engine: handlebars for *.hbs; without it"
              + " they are Go templates, as for Helm")
  private List<String> engines = new ArrayList<>();

  /**
   * Adds the engines.
   *
   * @throws ParameterException if there is none of that name
   */
  public void addTo(Pintle.Builder pintle) {
    for (String engine : List.copyOf(engines).stream().distinct().toList()) {
      if (!engine.equals(HANDLEBARS)) {
        throw UsageError.ofFlag(spec, "--engine", engine, "there is only " + HANDLEBARS);
      }
      pintle.engine(new HandlebarsEngine());
    }
  }
}
