package dev.pintle.go.yaml;

import dev.pintle.go.yaml.Token.Type;
import java.util.Arrays;

/**
 * Cuts a text into tokens, as libyaml does and Go's port of it.
 *
 * <p>Block structure comes from indentation: the scanner inserts tokens that start and end blocks.
 * A simple key ({@code key: value}) is known as a key only when its colon is met, so every place
 * where one may start is kept, one for each level of brackets; if the colon comes, the tokens for
 * the key (and for the mapping it starts) are inserted before it.
 */
final class Scanner {

  /** How long a simple key may be, in characters. */
  private static final int LONGEST_KEY = 1024;

  /** Before each token, Go's library looks as far ahead as {@code ---} and a blank reach. */
  private static final int LONGEST_INDICATOR = 4;

  /** Go's limit on both brackets and blocks within each other. */
  private static final int DEEPEST = 10_000;

  private final Cursor cursor;
  private final ScalarScanner scalars;
  private final PropertyScanner properties;
  private final TokenQueue queue = new TokenQueue();
  private boolean available;

  /** The column of the current block, -1 outside all, and those of the blocks around it. */
  private int indent = -1;

  private int[] outerIndents = new int[16];
  private int indentCount;

  /** How many brackets are open. */
  private int flowLevel;

  private boolean keyAllowed = true;
  private KeyCandidate[] candidates = {new KeyCandidate()};

  /** Where a simple key may have started, at one level of brackets. */
  private static final class KeyCandidate {
    boolean possible;
    boolean required;
    int token;
    int start;
    int line;
    int lineStart;
  }

  Scanner(Cursor cursor) {
    this.cursor = cursor;
    this.scalars = new ScalarScanner(cursor);
    this.properties = new PropertyScanner(cursor);
  }

  /** The next token, which stays the next until it is skipped. */
  Token peek() {
    if (!available) {
      fetchUntilFirstIsCertain();
      available = true;
    }
    return queue.first();
  }

  void skip() {
    available = false;
    queue.removeFirst();
  }

  /** Scans until the first token in the queue can no longer become a simple key. */
  private void fetchUntilFirstIsCertain() {
    while (true) {
      if (!queue.isEmpty()) {
        int level = queue.levelOfFirst();
        if (level < 0 || level > flowLevel || !isAlive(candidates[level])) {
          return;
        }
      }
      fetch();
    }
  }

  private void fetch() {
    if (cursor.fault == null) {
      fetchNext();
      return;
    }
    try {
      fetchNext();
    } catch (YamlException e) {
      throw cursor.pos + LONGEST_INDICATOR > cursor.limit ? cursor.textError() : e;
    }
    if (cursor.pos >= cursor.limit) {
      throw cursor.textError();
    }
  }

  private void fetchNext() {
    skipToToken();
    if (cursor.fault != null && cursor.pos + LONGEST_INDICATOR > cursor.limit) {
      throw cursor.textError();
    }
    unrollIndent(cursor.column());
    char c = cursor.peek();
    if (cursor.column() == 0) {
      if (c == '%') {
        fetchDirective();
        return;
      } else if (cursor.atDocumentIndicator()) {
        fetchDocumentIndicator(c == '-' ? Type.DOCUMENT_START : Type.DOCUMENT_END);
        return;
      }
    }
    switch (c) {
      case Chars.END -> fetchStreamEnd();
      case '[' -> fetchFlowStart(Type.FLOW_SEQUENCE_START);
      case '{' -> fetchFlowStart(Type.FLOW_MAPPING_START);
      case ']' -> fetchFlowEnd(Type.FLOW_SEQUENCE_END);
      case '}' -> fetchFlowEnd(Type.FLOW_MAPPING_END);
      case ',' -> fetchFlowEntry();
      case '*' -> fetchName(Type.ALIAS);
      case '&' -> fetchName(Type.ANCHOR);
      case '!' -> fetchTag();
      case '\'', '"' -> fetchQuoted(c == '\'');
      default -> fetchByContext(c);
    }
  }

  /** Characters that are indicators only before a blank, or only outside brackets. */
  private void fetchByContext(char c) {
    boolean inFlow = flowLevel > 0;
    boolean alone = Chars.isBlankOrEnd(cursor.peek(1));
    if (c == '-' && alone) {
      fetchBlockEntry();
    } else if (c == '?' && (inFlow || alone)) {
      fetchKey();
    } else if (c == ':' && (inFlow || alone)) {
      fetchValue();
    } else if ((c == '|' || c == '>') && !inFlow) {
      fetchBlockScalar(c == '|');
    } else if (Chars.isBlank(c) || c == '|' || c == '>' || c == '%' || c == '@' || c == '`') {
      throw cursor.scannerError("found character that cannot start any token");
    } else {
      fetchPlain();
    }
  }

  /**
   * Passes blanks, comments and line breaks. A tab may not indent a block: where a simple key may
   * start, it is not passed.
   */
  private void skipToToken() {
    while (true) {
      if (cursor.column() == 0 && cursor.peek() == '\uFEFF' && cursor.line == 0) {
        cursor.pos++;
      }
      boolean tabs = flowLevel > 0 || !keyAllowed;
      char c = cursor.peek();
      while (c == ' ' || tabs && c == '\t') {
        cursor.pos++;
        c = cursor.peek();
      }
      cursor.skipComment();
      if (!Chars.isBreak(cursor.peek())) {
        return;
      }
      cursor.skipBreak();
      if (flowLevel == 0) {
        keyAllowed = true;
      }
    }
  }

  // Simple keys.

  /** True if a simple key may still have started there: it is short and on one line. */
  private boolean isAlive(KeyCandidate candidate) {
    if (!candidate.possible) {
      return false;
    }
    if (candidate.line < cursor.line || cursor.isFartherThan(LONGEST_KEY, candidate.start)) {
      give(candidate);
      return false;
    }
    return true;
  }

  /** Gives up a candidate; an error if a key had to be there. */
  private void give(KeyCandidate candidate) {
    if (candidate.required) {
      throw cursor.scannerError("could not find expected ':'");
    }
    candidate.possible = false;
  }

  private void saveKey() {
    if (!keyAllowed) {
      return;
    }
    boolean required = flowLevel == 0 && indent == cursor.column();
    removeKey();
    KeyCandidate candidate = candidates[flowLevel];
    candidate.possible = true;
    candidate.required = required;
    candidate.token = queue.nextNumber();
    candidate.start = cursor.pos;
    candidate.line = cursor.line;
    candidate.lineStart = cursor.lineStart;
    queue.noteKey(candidate.token, flowLevel);
  }

  private void removeKey() {
    KeyCandidate candidate = candidates[flowLevel];
    if (candidate.possible) {
      give(candidate);
      queue.forgetKey(candidate.token);
    }
  }

  // Indentation.

  /** Starts a block if the column is deeper than the current block. */
  private void rollIndent(int column, int number, Type type, int start, int line, int lineStart) {
    if (flowLevel > 0 || indent >= column) {
      return;
    }
    if (indentCount == outerIndents.length) {
      outerIndents = Arrays.copyOf(outerIndents, 2 * indentCount);
    }
    outerIndents[indentCount++] = indent;
    indent = column;
    if (indentCount > DEEPEST) {
      throw cursor.scannerError("exceeded max depth of " + DEEPEST);
    }
    queue.insert(number).set(type, start, line, lineStart);
  }

  private void rollIndentHere(Type type) {
    rollIndent(cursor.column(), -1, type, cursor.pos, cursor.line, cursor.lineStart);
  }

  /** Ends all blocks that are deeper than the column. */
  private void unrollIndent(int column) {
    if (flowLevel > 0) {
      return;
    }
    while (indent > column) {
      addHere(Type.BLOCK_END);
      indent = outerIndents[--indentCount];
    }
  }

  // Tokens.

  private Token addHere(Type type) {
    Token token = queue.add();
    token.set(type, cursor.pos, cursor.line, cursor.lineStart);
    return token;
  }

  private void fetchStreamEnd() {
    if (cursor.column() != 0) {
      cursor.line++;
      cursor.lineStart = cursor.pos;
    }
    unrollIndent(-1);
    removeKey();
    keyAllowed = false;
    addHere(Type.STREAM_END);
  }

  private void fetchDirective() {
    unrollIndent(-1);
    removeKey();
    keyAllowed = false;
    properties.scanDirective(addHere(Type.VERSION_DIRECTIVE));
  }

  private void fetchDocumentIndicator(Type type) {
    unrollIndent(-1);
    removeKey();
    keyAllowed = false;
    addHere(type);
    cursor.pos += 3;
  }

  private void fetchFlowStart(Type type) {
    saveKey();
    flowLevel++;
    if (flowLevel == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * flowLevel);
    }
    if (candidates[flowLevel] == null) {
      candidates[flowLevel] = new KeyCandidate();
    }
    candidates[flowLevel].possible = false;
    candidates[flowLevel].required = false;
    // Go's library gives the new level the number of this token, and on leaving the level forgets
    // what it knew of that token: after empty brackets, that they may be a key.
    candidates[flowLevel].token = queue.nextNumber();
    if (flowLevel > DEEPEST) {
      throw cursor.scannerError("exceeded max depth of " + DEEPEST);
    }
    keyAllowed = true;
    addHere(type);
    cursor.pos++;
  }

  private void fetchFlowEnd(Type type) {
    removeKey();
    if (flowLevel > 0) {
      queue.forgetKey(candidates[flowLevel].token);
      flowLevel--;
    }
    keyAllowed = false;
    addHere(type);
    cursor.pos++;
  }

  private void fetchFlowEntry() {
    removeKey();
    keyAllowed = true;
    addHere(Type.FLOW_ENTRY);
    cursor.pos++;
  }

  private void fetchBlockEntry() {
    if (flowLevel == 0) {
      if (!keyAllowed) {
        throw cursor.scannerError("block sequence entries are not allowed in this context");
      }
      rollIndentHere(Type.BLOCK_SEQUENCE_START);
    }
    removeKey();
    keyAllowed = true;
    addHere(Type.BLOCK_ENTRY);
    cursor.pos++;
  }

  private void fetchKey() {
    if (flowLevel == 0) {
      if (!keyAllowed) {
        throw cursor.scannerError("mapping keys are not allowed in this context");
      }
      rollIndentHere(Type.BLOCK_MAPPING_START);
    }
    removeKey();
    keyAllowed = flowLevel == 0;
    addHere(Type.KEY);
    cursor.pos++;
  }

  private void fetchValue() {
    KeyCandidate key = candidates[flowLevel];
    if (isAlive(key)) {
      queue.insert(key.token).set(Type.KEY, key.start, key.line, key.lineStart);
      rollIndent(
          key.start - key.lineStart,
          key.token,
          Type.BLOCK_MAPPING_START,
          key.start,
          key.line,
          key.lineStart);
      key.possible = false;
      queue.forgetKey(key.token);
      keyAllowed = false;
    } else {
      if (flowLevel == 0) {
        if (!keyAllowed) {
          throw cursor.scannerError("mapping values are not allowed in this context");
        }
        rollIndentHere(Type.BLOCK_MAPPING_START);
      }
      keyAllowed = flowLevel == 0;
    }
    addHere(Type.VALUE);
    cursor.pos++;
  }

  private void fetchName(Type type) {
    saveKey();
    keyAllowed = false;
    properties.scanName(addHere(type));
  }

  private void fetchTag() {
    saveKey();
    keyAllowed = false;
    properties.scanTag(addHere(Type.TAG));
  }

  private void fetchBlockScalar(boolean literal) {
    removeKey();
    keyAllowed = true;
    scalars.scanBlock(addHere(Type.SCALAR), literal, indent);
  }

  private void fetchQuoted(boolean single) {
    saveKey();
    keyAllowed = false;
    scalars.scanQuoted(addHere(Type.SCALAR), single);
  }

  private void fetchPlain() {
    saveKey();
    keyAllowed = false;
    if (scalars.scanPlain(addHere(Type.SCALAR), indent, flowLevel > 0)) {
      keyAllowed = true;
    }
  }
}
