package dev.pintle.cli.render;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.GoText;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that name a release in place of an argument. */
public final class NameOptions {

  @Option(
      names = {"-g", "--generate-name"},
      description = "generate the name (and omit the NAME parameter)")
  private boolean generateName;

  @Option(
      names = "--name-template",
      paramLabel = "string",
      description = "specify template used to name the release")
  private String nameTemplate = "";

  /** True if a name is to be made up. */
  public boolean generatesName() {
    return generateName && nameTemplate.isEmpty();
  }

  /**
   * The name that arguments and flags give, by Helm's rules for commands with a name and a chart.
   *
   * @return null if they give none
   */
  public String name(List<String> arguments) {
    if (arguments.size() > 2) {
      throw UsageError.of(
          "expected at most two arguments, unexpected arguments: "
              + String.join(", ", arguments.subList(2, arguments.size())));
    } else if (arguments.size() == 2) {
      if (generateName) {
        throw UsageError.of("cannot set --generate-name and also specify a name");
      } else if (!nameTemplate.isEmpty()) {
        throw UsageError.of("cannot set --name-template and also specify a name");
      }
      return arguments.get(0);
    } else if (!nameTemplate.isEmpty()) {
      return GoText.render("name-template", nameTemplate, StandardFunctions.withoutHelm(), null);
    }
    return null;
  }
}
