package dev.pintle.cli.render;

import dev.pintle.chart.ChartFile;
import dev.pintle.cli.console.Console;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.release.Hook;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a release into a directory, one file per template as Helm does: {@code --output-dir}. A
 * file of an earlier run is replaced, documents of one template follow one another.
 */
final class OutputDirectory {

  private final Console console;
  private final Set<Path> written = new HashSet<>();

  private OutputDirectory(Console console) {
    this.console = console;
  }

  /**
   * Writes a release.
   *
   * @param crdDirectory where CRDs go; Helm leaves the release's name out of their path
   * @param directory where all else goes
   */
  static void write(Release release, Path crdDirectory, Path directory, Console console) {
    OutputDirectory output = new OutputDirectory(console);
    if (release.parts().crds()) {
      for (ChartFile crd : release.crds()) {
        output.append(crdDirectory, crd.name(), crd.text());
      }
    }
    for (Resource resource : release.resources()) {
      output.append(directory, resource.source(), resource.text());
    }
    for (Hook hook : release.shownHooks()) {
      output.append(directory, hook.resource().source(), hook.resource().text());
    }
  }

  private void append(Path directory, String name, String text) {
    Path file = directory.resolve(name);
    if (!file.normalize().startsWith(directory.normalize())) {
      throw new PintleException(
          Diagnostic.Kind.MANIFEST,
          "template " + Visible.name(name) + " would be written outside " + directory);
    }
    byte[] bytes = GoStrings.toBytes("---\n# Source: " + Visible.name(name) + "\n" + text + "\n");
    try {
      Files.createDirectories(file.getParent());
      if (written.add(file)) {
        Files.write(file, bytes);
      } else {
        Files.write(file, bytes, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      String message = FileErrors.describe("open", file.toString(), e);
      throw new PintleException(message, Diagnostic.of(Diagnostic.Kind.MANIFEST, message, null), e);
    }
    console.out("wrote " + Visible.name(file.toString()) + "\n");
  }
}
