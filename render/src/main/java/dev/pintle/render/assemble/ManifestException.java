package dev.pintle.render.assemble;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.release.Resource;
import java.util.Map;
import java.util.SortedMap;

/** A template rendered something that is not YAML, or not the head of a Kubernetes object. */
public final class ManifestException extends PintleException {

  private static final long serialVersionUID = 1L;

  private static final int UNKNOWN = -1;
  private static final String HEADING = "---\n# Source: ";

  private final String file;
  private final int index;

  /** All that was rendered, by template; put together when somebody asks for it. */
  private final transient SortedMap<String, String> files;

  private ManifestException(
      String file,
      int index,
      String message,
      Diagnostic found,
      Throwable cause,
      SortedMap<String, String> files) {
    super(message, found, cause);
    this.file = file;
    this.index = index;
    this.files = files;
  }

  static ManifestException of(
      String file,
      String text,
      int documentStart,
      YamlException cause,
      SortedMap<String, String> files) {
    int lineStart = lineStart(text, documentStart, cause.position());
    Diagnostic found =
        lineStart == UNKNOWN
            ? Diagnostic.of(Diagnostic.Kind.MANIFEST, cause.getMessage(), new Position(file, 0, 0))
            : at(file, text, documentStart, lineStart, cause);
    return new ManifestException(
        file,
        lineStart == UNKNOWN ? UNKNOWN : GoStrings.skipSpace(text, lineStart),
        "YAML parse error on " + Visible.name(file) + ": " + cause.getMessage(),
        found,
        cause,
        files);
  }

  /** Where the line of a position in a document begins in the text that the document is from. */
  private static int lineStart(String text, int documentStart, Position inDocument) {
    if (inDocument == null || inDocument.line() == 0) {
      return UNKNOWN;
    }
    int start = documentStart;
    for (int line = 1; line < inDocument.line(); line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return text.lastIndexOf('\n', start - 1) + 1;
  }

  private static Diagnostic at(
      String file, String text, int documentStart, int lineStart, YamlException cause) {
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    // A document can begin in the middle of a line, after spaces or after "---".
    int column = cause.position().column() + Math.max(0, documentStart - lineStart);
    Position position = new Position(file + Resource.RENDERED, line, column);
    return Diagnostic.of(Diagnostic.Kind.MANIFEST, cause.getMessage(), position)
        .withPrivateSourceFrom(text);
  }

  /** The name of the template that rendered it. */
  public String file() {
    return file;
  }

  /** Where in the text that the template rendered the fault is; -1 if that is not known. */
  public int index() {
    return index;
  }

  /** The same with one more hint. */
  public ManifestException withHint(Hint hint) {
    ManifestException same =
        new ManifestException(
            file, index, getMessage(), diagnostics().get(0).withHint(hint), getCause(), files);
    same.addEarlierWarnings(warnings());
    return same;
  }

  /** All that was rendered, for looking at with {@code --debug}. */
  public String rendered() {
    int length = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      length += HEADING.length() + file.getKey().length() + file.getValue().length() + 2;
    }
    StringBuilder all = new StringBuilder(length);
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!GoStrings.trimSpace(file.getValue()).isEmpty()) {
        all.append(HEADING).append(file.getKey()).append('\n');
        all.append(file.getValue()).append('\n');
      }
    }
    return all.toString();
  }
}
