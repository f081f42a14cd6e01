package dev.pintle.render.assemble;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.values.GoStrings;
import dev.pintle.yaml.YamlException;
import java.util.Map;
import java.util.SortedMap;

/** A template rendered something that is not YAML, or not the head of a Kubernetes object. */
public final class ManifestException extends PintleException {

  private static final long serialVersionUID = 1L;

  private final String rendered;

  private ManifestException(
      String message, Diagnostic diagnostic, YamlException cause, String rendered) {
    super(message, diagnostic, cause);
    this.rendered = rendered;
  }

  static ManifestException of(
      String file,
      String text,
      String document,
      YamlException cause,
      SortedMap<String, String> files) {
    int line = lineOf(text, document, cause);
    Diagnostic diagnostic =
        Diagnostic.of(
                Diagnostic.Kind.MANIFEST,
                cause.getMessage(),
                new Position(line == 0 ? file : file + " (rendered)", line, 0))
            .withSourceFrom(text);
    return new ManifestException(
        "YAML parse error on " + file + ": " + cause.getMessage(), diagnostic, cause, all(files));
  }

  /** The line in the whole rendered file, from the line in the document; 0 if none is known. */
  private static int lineOf(String text, String document, YamlException cause) {
    Position position = cause.diagnostics().get(0).position();
    if (position == null || position.line() == 0) {
      return 0;
    }
    int start = Math.max(0, text.indexOf(document));
    return position.line() + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
  }

  private static String all(SortedMap<String, String> files) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!GoStrings.trimSpace(file.getValue()).isEmpty()) {
        all.append("---\n# Source: ").append(file.getKey()).append('\n');
        all.append(file.getValue()).append('\n');
      }
    }
    return all.toString();
  }

  /** All that was rendered, for looking at with {@code --debug}. */
  public String rendered() {
    return rendered;
  }
}
