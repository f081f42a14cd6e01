package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.release.manifest.ManifestHead;
import dev.pintle.values.Table;
import java.util.Map;

/** One rendered Kubernetes object. Immutable, safe to share between threads. */
public final class Resource {

  /** Knows what in a template wrote the text of a resource. Safe for use by several threads. */
  @FunctionalInterface
  public interface Trace {

    /** Of a resource that no template wrote, or whose template is not known any more. */
    Trace UNKNOWN = index -> null;

    /**
     * What wrote a character.
     *
     * @param index of the character in {@link Resource#text()}
     * @return null if that is not known
     */
    Origin originOf(int index);
  }

  /** What follows the template's name where a position is in the text that it rendered. */
  public static final String RENDERED = " (rendered)";

  private final String source;
  private final String text;
  private final ManifestHead head;
  private final Trace trace;

  /** Read when first asked for: whoever needs only text does not pay for it. */
  private volatile Table tree;

  /**
   * A resource.
   *
   * @param source the template that made it, by its name in the release, such as {@code
   *     app/templates/deployment.yaml}
   * @param text the document as it was rendered, without its {@code ---}; the head was read from it
   * @param head what it says of itself
   * @param trace which line of the template wrote which part of the text
   */
  public Resource(String source, String text, ManifestHead head, Trace trace) {
    this.source = source;
    this.text = text;
    this.head = head;
    this.trace = trace;
  }

  /** The template that made it, by its name in the release. */
  public String source() {
    return source;
  }

  /** The document as it was rendered, without its {@code ---}. */
  public String text() {
    return text;
  }

  /** Such as {@code apps/v1}; empty if the document has none. */
  public String apiVersion() {
    return head.apiVersion();
  }

  /** The same document, said to stand in another file; which template wrote it is not known. */
  public Resource from(String otherSource) {
    return new Resource(otherSource, text, head, Trace.UNKNOWN);
  }

  /** The kind, empty if the document has none. */
  public String kind() {
    return head.kind();
  }

  /** The name, empty if the document has none. */
  public String name() {
    return head.name();
  }

  /** The annotations by name; those that are no strings are left out. */
  public Map<String, String> annotations() {
    return head.annotations();
  }

  /**
   * The document as values, integers apart from other numbers; empty if it holds only comments.
   * Frozen. Its entries have positions, whose lines are those of {@link #text()}, from 1.
   */
  public Table tree() {
    Table read = tree;
    if (read == null) {
      ReadOptions options = ReadOptions.of(source + RENDERED).withIntegers();
      read = YamlReader.readMap(text, options).freeze();
      tree = read;
    }
    return read;
  }

  /**
   * What in a template wrote a line of {@link #text()}: the statement of the template's file, which
   * may be an {@code include} of more.
   *
   * @param line from 1
   * @return null if that is not known
   */
  public Origin originOf(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return null;
      }
      start = end + 1;
    }
    while (start < text.length() && text.charAt(start) == ' ') {
      start++; // indentation is often written by what stands before
    }
    return start < text.length() ? trace.originOf(start) : null;
  }

  /**
   * A finding in {@link #text()}, with the line of the template that wrote it; that line itself is
   * withheld.
   *
   * @param rendered where in the text it is, as the {@link #tree()} has it
   * @param span how many characters from there on are at fault; 0 if not known
   */
  public Diagnostic finding(Diagnostic.Kind kind, String message, Position rendered, int span) {
    Diagnostic finding =
        Diagnostic.of(kind, message, rendered).withSource(null, span).withPrivateSourceFrom(text);
    Origin origin = rendered == null ? null : originOf(rendered.line());
    return origin == null
        ? finding
        : finding.withHint(new Hint.RenderedBy(origin.position(), origin.sourceLine()));
  }

  @Override
  public String toString() {
    return Visible.name(kind() + "/" + name() + " of " + source);
  }
}
