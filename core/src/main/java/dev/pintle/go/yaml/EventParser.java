package dev.pintle.go.yaml;

import dev.pintle.go.yaml.Token.Style;
import dev.pintle.go.yaml.Token.Type;
import java.util.Arrays;

/**
 * Makes events of tokens: where documents, mappings and sequences start and end, scalars and
 * aliases. One event at a time is current; its parts are asked of the parser.
 *
 * <p>The class is long because it is one machine: each rule of the grammar is a state or two, and
 * states lead to each other. It keeps its own stack, so that deep texts cannot exhaust the
 * thread's.
 *
 * <p>The grammar, with what stands in capitals for tokens:
 *
 * <pre>
 * stream                = document? (document-end* directive* DOCUMENT_START document?)* STREAM_END
 * document              = block-node DOCUMENT_END*
 * block-node            = ALIAS | properties? (block | flow | SCALAR)
 * flow-node             = ALIAS | properties? (flow | SCALAR)
 * properties            = TAG ANCHOR? | ANCHOR TAG?
 * block                 = BLOCK_SEQUENCE_START (BLOCK_ENTRY block-node?)* BLOCK_END
 *                       | BLOCK_MAPPING_START
 *                         ((KEY block-node-or-dashes?)? (VALUE block-node-or-dashes?)?)* BLOCK_END
 * block-node-or-dashes  = block-node | properties? (BLOCK_ENTRY block-node?)+
 * flow                  = FLOW_SEQUENCE_START (entry FLOW_ENTRY)* entry? FLOW_SEQUENCE_END
 *                       | FLOW_MAPPING_START (entry FLOW_ENTRY)* entry? FLOW_MAPPING_END
 * entry                 = flow-node | KEY flow-node? (VALUE flow-node?)?
 * </pre>
 */
final class EventParser {

  enum Event {
    STREAM_END,
    DOCUMENT_START,
    DOCUMENT_END,
    ALIAS,
    SCALAR,
    SEQUENCE_START,
    SEQUENCE_END,
    MAPPING_START,
    MAPPING_END
  }

  /** What the parser is about to read. */
  private enum State {
    FIRST_DOCUMENT_START,
    DOCUMENT_START,
    DOCUMENT_CONTENT,
    DOCUMENT_END,
    BLOCK_NODE,
    BLOCK_SEQUENCE_FIRST_ENTRY,
    BLOCK_SEQUENCE_ENTRY,
    DASHES_ENTRY,
    BLOCK_MAPPING_FIRST_KEY,
    BLOCK_MAPPING_KEY,
    BLOCK_MAPPING_VALUE,
    FLOW_SEQUENCE_FIRST_ENTRY,
    FLOW_SEQUENCE_ENTRY,
    FLOW_PAIR_KEY,
    FLOW_PAIR_VALUE,
    FLOW_PAIR_END,
    FLOW_MAPPING_FIRST_KEY,
    FLOW_MAPPING_KEY,
    FLOW_MAPPING_VALUE,
    FLOW_MAPPING_NO_VALUE,
    END
  }

  private final Cursor cursor;
  private final Scanner scanner;
  private final Directives directives;
  private final ScalarText texts;

  private State state = State.FIRST_DOCUMENT_START;
  private State[] states = new State[16];
  private int stateCount;

  private int number;
  private Token scalar;
  private String anchor;
  private String tag;
  private int start;
  private int line;
  private int lineStart;

  EventParser(Cursor cursor) {
    this.cursor = cursor;
    this.scanner = new Scanner(cursor);
    this.directives = new Directives(cursor, scanner);
    this.texts = new ScalarText(cursor);
  }

  /** The name of the anchor that the current node has, or the current alias; or null. */
  String anchor() {
    return anchor;
  }

  /** The tag of the current node in full, or null. */
  String tag() {
    return tag;
  }

  /** The token of the current scalar; null if the scalar is only implied by what is around it. */
  Token scalar() {
    return scalar;
  }

  /** The text of the current scalar. */
  String text() {
    return scalar == null ? "" : texts.of(scalar);
  }

  /** True if the current scalar's type is to be found from its text. */
  boolean isPlain() {
    return tag == null ? scalar == null || scalar.style == Style.PLAIN : tag.equals("!");
  }

  /** Where the current event starts. */
  int start() {
    return start;
  }

  int line() {
    return line;
  }

  int lineStart() {
    return lineStart;
  }

  /** How many events there have been up to the current one. */
  int number() {
    return number;
  }

  /** Makes the next event the current one. */
  Event next() {
    number++;
    anchor = null;
    tag = null;
    scalar = null;
    return switch (state) {
      case FIRST_DOCUMENT_START -> documentStart(true);
      case DOCUMENT_START -> documentStart(false);
      case DOCUMENT_CONTENT -> documentContent();
      case DOCUMENT_END -> documentEnd();
      case BLOCK_NODE -> node(true, false);
      case BLOCK_SEQUENCE_FIRST_ENTRY -> {
        skip();
        yield blockSequenceEntry();
      }
      case BLOCK_SEQUENCE_ENTRY -> blockSequenceEntry();
      case DASHES_ENTRY -> dashesEntry();
      case BLOCK_MAPPING_FIRST_KEY -> {
        skip();
        yield blockMappingKey();
      }
      case BLOCK_MAPPING_KEY -> blockMappingKey();
      case BLOCK_MAPPING_VALUE -> blockMappingValue();
      case FLOW_SEQUENCE_FIRST_ENTRY -> {
        skip();
        yield flowSequenceEntry(true);
      }
      case FLOW_SEQUENCE_ENTRY -> flowSequenceEntry(false);
      case FLOW_PAIR_KEY -> flowPairKey();
      case FLOW_PAIR_VALUE -> flowPairValue();
      case FLOW_PAIR_END -> {
        state = State.FLOW_SEQUENCE_ENTRY;
        yield at(Event.MAPPING_END, scanner.peek());
      }
      case FLOW_MAPPING_FIRST_KEY -> {
        skip();
        yield flowMappingKey(true);
      }
      case FLOW_MAPPING_KEY -> flowMappingKey(false);
      case FLOW_MAPPING_VALUE -> flowMappingValue();
      case FLOW_MAPPING_NO_VALUE -> {
        state = State.FLOW_MAPPING_KEY;
        yield emptyScalar(scanner.peek());
      }
      case END -> Event.STREAM_END;
    };
  }

  private void skip() {
    scanner.peek();
    scanner.skip();
  }

  private void push(State later) {
    if (stateCount == states.length) {
      states = Arrays.copyOf(states, 2 * stateCount);
    }
    states[stateCount++] = later;
  }

  private void pop() {
    state = states[--stateCount];
  }

  private Event at(Event event, Token token) {
    start = token.start;
    line = token.line;
    lineStart = token.lineStart;
    return event;
  }

  private Event emptyScalar(Token before) {
    return at(Event.SCALAR, before);
  }

  private Event end(Event event, Token token) {
    pop();
    at(event, token);
    scanner.skip();
    return event;
  }

  // Documents.

  private Event documentStart(boolean first) {
    Token token = scanner.peek();
    while (!first && token.type == Type.DOCUMENT_END) {
      scanner.skip();
      token = scanner.peek();
    }
    if (token.type == Type.STREAM_END) {
      state = State.END;
      return at(Event.STREAM_END, token);
    }
    at(Event.DOCUMENT_START, token);
    boolean explicit =
        !first
            || token.type == Type.VERSION_DIRECTIVE
            || token.type == Type.TAG_DIRECTIVE
            || token.type == Type.DOCUMENT_START;
    directives.read();
    push(State.DOCUMENT_END);
    if (!explicit) {
      state = State.BLOCK_NODE;
      return Event.DOCUMENT_START;
    }
    token = scanner.peek();
    if (token.type != Type.DOCUMENT_START) {
      throw cursor.parserError("did not find expected <document start>", token);
    }
    scanner.skip();
    state = State.DOCUMENT_CONTENT;
    return Event.DOCUMENT_START;
  }

  private Event documentContent() {
    Token token = scanner.peek();
    return switch (token.type) {
      case VERSION_DIRECTIVE, TAG_DIRECTIVE, DOCUMENT_START, DOCUMENT_END, STREAM_END -> {
        pop();
        yield emptyScalar(token);
      }
      default -> node(true, false);
    };
  }

  private Event documentEnd() {
    Token token = scanner.peek();
    at(Event.DOCUMENT_END, token);
    if (token.type == Type.DOCUMENT_END) {
      scanner.skip();
    }
    state = State.DOCUMENT_START;
    return Event.DOCUMENT_END;
  }

  // Nodes.

  private Event node(boolean block, boolean dashes) {
    Token token = scanner.peek();
    at(Event.SCALAR, token);
    if (token.type == Type.ALIAS) {
      pop();
      anchor = token.name;
      scanner.skip();
      return Event.ALIAS;
    }
    if (token.type == Type.ANCHOR || token.type == Type.TAG) {
      token = properties(token);
    }
    switch (token.type) {
      case SCALAR -> {
        pop();
        scalar = token;
        scanner.skip();
        return Event.SCALAR;
      }
      case FLOW_SEQUENCE_START -> {
        state = State.FLOW_SEQUENCE_FIRST_ENTRY;
        return Event.SEQUENCE_START;
      }
      case FLOW_MAPPING_START -> {
        state = State.FLOW_MAPPING_FIRST_KEY;
        return Event.MAPPING_START;
      }
      case BLOCK_ENTRY -> {
        if (dashes) {
          state = State.DASHES_ENTRY;
          return Event.SEQUENCE_START;
        }
      }
      case BLOCK_SEQUENCE_START -> {
        if (block) {
          state = State.BLOCK_SEQUENCE_FIRST_ENTRY;
          return Event.SEQUENCE_START;
        }
      }
      case BLOCK_MAPPING_START -> {
        if (block) {
          state = State.BLOCK_MAPPING_FIRST_KEY;
          return Event.MAPPING_START;
        }
      }
      default -> {
        // Nothing follows the properties, if there are any.
      }
    }
    if (anchor != null || tag != null) {
      pop();
      return Event.SCALAR;
    }
    throw cursor.parserError("did not find expected node content", token);
  }

  /** Reads a tag, an anchor or both, in any order, and gives the token behind them. */
  private Token properties(Token first) {
    Token token = readAnchor(first);
    String handle = null;
    String suffix = null;
    Token tagAt = new Token();
    if (token.type == Type.TAG) {
      handle = token.name;
      suffix = token.suffix;
      tagAt.set(Type.TAG, token.start, token.line, token.lineStart);
      scanner.skip();
      token = scanner.peek();
      if (anchor == null) {
        token = readAnchor(token);
      }
    }
    if (handle != null) {
      tag = directives.tagPrefix(handle, tagAt) + suffix;
    }
    return token;
  }

  private Token readAnchor(Token token) {
    if (token.type != Type.ANCHOR) {
      return token;
    }
    anchor = token.name;
    scanner.skip();
    return scanner.peek();
  }

  // Blocks.

  private Event blockSequenceEntry() {
    Token token = scanner.peek();
    if (token.type == Type.BLOCK_END) {
      return end(Event.SEQUENCE_END, token);
    }
    if (token.type != Type.BLOCK_ENTRY) {
      throw cursor.parserError("did not find expected '-' indicator", token);
    }
    at(Event.SCALAR, token);
    scanner.skip();
    token = scanner.peek();
    if (token.type == Type.BLOCK_ENTRY || token.type == Type.BLOCK_END) {
      state = State.BLOCK_SEQUENCE_ENTRY;
      return Event.SCALAR;
    }
    push(State.BLOCK_SEQUENCE_ENTRY);
    return node(true, false);
  }

  private Event dashesEntry() {
    Token token = scanner.peek();
    if (token.type != Type.BLOCK_ENTRY) {
      pop();
      return at(Event.SEQUENCE_END, token);
    }
    at(Event.SCALAR, token);
    scanner.skip();
    token = scanner.peek();
    if (token.type == Type.BLOCK_ENTRY || endsMappingPart(token)) {
      state = State.DASHES_ENTRY;
      return Event.SCALAR;
    }
    push(State.DASHES_ENTRY);
    return node(true, false);
  }

  private static boolean endsMappingPart(Token token) {
    return token.type == Type.KEY || token.type == Type.VALUE || token.type == Type.BLOCK_END;
  }

  private Event blockMappingKey() {
    Token token = scanner.peek();
    if (token.type == Type.BLOCK_END) {
      return end(Event.MAPPING_END, token);
    }
    if (token.type != Type.KEY) {
      throw cursor.parserError("did not find expected key", token);
    }
    return blockMappingPart(token, State.BLOCK_MAPPING_VALUE);
  }

  private Event blockMappingValue() {
    Token token = scanner.peek();
    if (token.type != Type.VALUE) {
      state = State.BLOCK_MAPPING_KEY;
      return emptyScalar(token);
    }
    return blockMappingPart(token, State.BLOCK_MAPPING_KEY);
  }

  /** What follows a key's or value's indicator: a node, or nothing. */
  private Event blockMappingPart(Token indicator, State then) {
    at(Event.SCALAR, indicator);
    scanner.skip();
    if (endsMappingPart(scanner.peek())) {
      state = then;
      return Event.SCALAR;
    }
    push(then);
    return node(true, true);
  }

  // Brackets.

  private Event flowSequenceEntry(boolean first) {
    Token token = scanner.peek();
    if (!first && token.type != Type.FLOW_SEQUENCE_END) {
      if (token.type != Type.FLOW_ENTRY) {
        throw cursor.parserError("did not find expected ',' or ']'", token);
      }
      scanner.skip();
      token = scanner.peek();
    }
    if (token.type == Type.FLOW_SEQUENCE_END) {
      return end(Event.SEQUENCE_END, token);
    }
    if (token.type == Type.KEY) {
      state = State.FLOW_PAIR_KEY;
      at(Event.MAPPING_START, token);
      scanner.skip();
      return Event.MAPPING_START;
    }
    push(State.FLOW_SEQUENCE_ENTRY);
    return node(false, false);
  }

  /** The key of a mapping of one entry that stands in a sequence without braces. */
  private Event flowPairKey() {
    Token token = scanner.peek();
    switch (token.type) {
      case VALUE, FLOW_ENTRY, FLOW_SEQUENCE_END -> {
        at(Event.SCALAR, token);
        scanner.skip(); // as Go's library does; for ',' and ']' it leads to errors further on
        state = State.FLOW_PAIR_VALUE;
        return Event.SCALAR;
      }
      default -> {
        push(State.FLOW_PAIR_VALUE);
        return node(false, false);
      }
    }
  }

  private Event flowPairValue() {
    Token token = scanner.peek();
    if (token.type == Type.VALUE) {
      at(Event.SCALAR, token);
      scanner.skip();
      token = scanner.peek();
      if (token.type != Type.FLOW_ENTRY && token.type != Type.FLOW_SEQUENCE_END) {
        push(State.FLOW_PAIR_END);
        return node(false, false);
      }
    }
    state = State.FLOW_PAIR_END;
    return emptyScalar(token);
  }

  private Event flowMappingKey(boolean first) {
    Token token = scanner.peek();
    if (!first && token.type != Type.FLOW_MAPPING_END) {
      if (token.type != Type.FLOW_ENTRY) {
        throw cursor.parserError("did not find expected ',' or '}'", token);
      }
      scanner.skip();
      token = scanner.peek();
    }
    if (token.type == Type.FLOW_MAPPING_END) {
      return end(Event.MAPPING_END, token);
    }
    if (token.type != Type.KEY) {
      push(State.FLOW_MAPPING_NO_VALUE);
      return node(false, false);
    }
    scanner.skip();
    token = scanner.peek();
    if (token.type == Type.VALUE
        || token.type == Type.FLOW_ENTRY
        || token.type == Type.FLOW_MAPPING_END) {
      state = State.FLOW_MAPPING_VALUE;
      return emptyScalar(token);
    }
    push(State.FLOW_MAPPING_VALUE);
    return node(false, false);
  }

  private Event flowMappingValue() {
    Token token = scanner.peek();
    if (token.type == Type.VALUE) {
      scanner.skip();
      token = scanner.peek();
      if (token.type != Type.FLOW_ENTRY && token.type != Type.FLOW_MAPPING_END) {
        push(State.FLOW_MAPPING_KEY);
        return node(false, false);
      }
    }
    state = State.FLOW_MAPPING_KEY;
    return emptyScalar(token);
  }
}
