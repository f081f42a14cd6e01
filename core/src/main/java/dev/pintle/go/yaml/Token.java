package dev.pintle.go.yaml;

/**
 * One token. Tokens are used again by the {@link TokenQueue}: one is valid until the parser asks
 * for the token after the next.
 *
 * <p>A scalar does not hold its text but where it is; {@link ScalarText} makes the text of it if
 * someone wants it.
 */
final class Token {

  enum Type {
    STREAM_END,
    VERSION_DIRECTIVE,
    TAG_DIRECTIVE,
    DOCUMENT_START,
    DOCUMENT_END,
    BLOCK_SEQUENCE_START,
    BLOCK_MAPPING_START,
    BLOCK_END,
    FLOW_SEQUENCE_START,
    FLOW_SEQUENCE_END,
    FLOW_MAPPING_START,
    FLOW_MAPPING_END,
    BLOCK_ENTRY,
    FLOW_ENTRY,
    KEY,
    VALUE,
    ALIAS,
    ANCHOR,
    TAG,
    SCALAR
  }

  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** What becomes of the line breaks at the end of a block scalar. */
  enum Chomping {
    STRIP,
    CLIP,
    KEEP
  }

  Type type;

  /** Where it starts. */
  int start;

  int line;
  int lineStart;

  /** Of a scalar: its style. */
  Style style;

  /** Of a scalar: where its content starts, behind quotes or the head of a block scalar. */
  int contentStart;

  /** Of a scalar: where its content ends, before a closing quote. */
  int contentEnd;

  /** Of a scalar: true if its text is what stands between start and end of its content. */
  boolean verbatim;

  /** Of a block scalar: how far its lines are indented. */
  int indent;

  /** Of a block scalar. */
  Chomping chomping;

  /** Name of an alias or anchor, handle of a tag or tag directive. */
  String name;

  /** Suffix of a tag, prefix of a tag directive, version of a version directive. */
  String suffix;

  void set(Type newType, int newStart, int newLine, int newLineStart) {
    type = newType;
    start = newStart;
    line = newLine;
    lineStart = newLineStart;
  }
}
