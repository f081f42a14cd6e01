package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.EventParser.Event;
import dev.pintle.limit.Limit;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the value of a document from its events, in one pass and without recursion.
 *
 * <p>It does at once what Go's libraries do in three steps: decode nodes, make keys strings, go
 * through JSON. An error of a later step is kept until it is known that no earlier step fails, and
 * until the whole document is seen to be well-formed.
 */
final class Composer {

  /** In place of the value of a collection that nobody wants. */
  private static final Object UNWANTED = new Object();

  private final Cursor cursor;
  private final EventParser events;
  private final ReadOptions options;
  private final KeySelection selection;
  private final boolean positions;
  private final ComposeErrors errors;
  private final AliasBudget budget;

  private Map<String, Anchor> anchors = Map.of();
  private Object[] items = new Object[64];
  private Position[] itemPositions = new Position[0];
  private int itemCount;

  private final OpenCollection bottom = new OpenCollection(null);
  private OpenCollection top = bottom;
  private Object root;
  private Position rootPosition;

  Composer(Cursor cursor, KeySelection selection) {
    this.cursor = cursor;
    this.events = new EventParser(cursor);
    this.options = cursor.options;
    this.selection = selection;
    this.positions = options.file() != null;
    this.errors = new ComposeErrors(cursor);
    this.budget = new AliasBudget(options);
  }

  /**
   * The value of the first document; null if there is none.
   *
   * @param finite whether the value must not have numbers that JSON cannot write
   */
  Object compose(boolean finite) {
    if (events.next() == Event.STREAM_END) {
      return null;
    }
    budget.count();
    while (true) {
      switch (events.next()) {
        case SCALAR -> scalar();
        case ALIAS -> alias();
        case SEQUENCE_START -> start(false);
        case MAPPING_START -> start(true);
        case SEQUENCE_END -> endSequence();
        case MAPPING_END -> endMapping();
        case DOCUMENT_END, DOCUMENT_START, STREAM_END -> {
          errors.throwDecoding();
          if (selection != null && errors.dependOnWhole()) {
            return new Composer(new Cursor(cursor), null).compose(finite);
          }
          errors.throwLater(root, rootPosition, finite);
          return root;
        }
      }
    }
  }

  /** The error for a document whose value, which has been composed, is not of the wanted type. */
  YamlException mismatch(String target) {
    return JsonTypes.mismatch(root, target, rootPosition, cursor.sourceLine(rootPosition));
  }

  // Nodes.

  private Position position() {
    return positions ? cursor.position(events.start(), events.line(), events.lineStart()) : null;
  }

  private boolean isKeyExpected() {
    return top.mapping && !top.hasKey;
  }

  /** True if no one will see the value that comes next, unless an alias repeats it. */
  private boolean isUnwanted() {
    return errors.found() || top != bottom && !top.merging && (top.unwanted || top.skipsValue);
  }

  private void scalar() {
    if (isKeyExpected()) {
      key();
      return;
    }
    if (top.merging) {
      errors.cannotMerge(events);
    }
    budget.count();
    boolean unwanted = isUnwanted() && events.anchor() == null;
    if (unwanted && events.tag() == null && !(events.isPlain() && mayBeInfinite())) {
      deliver(UNWANTED, null, 0);
      return;
    }
    Position position = position();
    Object value = resolveAnchored();
    if (JsonTypes.isInfinite(value)) {
      errors.mayBeInfinite();
    }
    deliver(value, position, 0);
  }

  /** True if the text of the current scalar starts as infinities and not-a-numbers do. */
  private boolean mayBeInfinite() {
    Token token = events.scalar();
    if (token == null || token.contentEnd - token.contentStart > 5) {
      return false;
    }
    char c = cursor.chars[token.contentStart];
    return c == '.' || c == '+' || c == '-';
  }

  private Object resolve() {
    String text = events.text();
    String tag = events.tag();
    if (tag == null) {
      return events.isPlain() ? ScalarResolver.resolvePlain(text) : text;
    }
    try {
      Object value = ScalarResolver.resolveTagged(tag, text);
      return tag.equals(Tags.BINARY) ? GoStrings.replaceEscapes((String) value) : value;
    } catch (ScalarResolver.MismatchException e) {
      errors.decoding(e.getMessage(), events);
      return text;
    }
  }

  private Object resolveAnchored() {
    Object value = resolve();
    if (events.anchor() != null) {
      Anchor anchor = newAnchor();
      anchor.complete = true;
      anchor.value = value;
      anchor.nodes = 1;
    }
    return value;
  }

  private Anchor newAnchor() {
    if (anchors.isEmpty()) {
      anchors = new HashMap<>();
    }
    Anchor anchor = new Anchor();
    anchors.put(events.anchor(), anchor);
    return anchor;
  }

  private void alias() {
    Anchor anchor = anchors.get(events.anchor());
    if (anchor == null) {
      throw cursor.error(
          "unknown anchor '" + events.anchor() + "' referenced",
          events.start(),
          events.line(),
          events.lineStart());
    }
    Position position = position();
    budget.count();
    if (!anchor.complete) {
      errors.decoding("anchor '" + events.anchor() + "' value contains itself", events);
      deliver(UNWANTED, position, 0);
      return;
    }
    budget.repeat(anchor.nodes);
    if (budget.isExcessive()) {
      errors.decoding("document contains excessive aliasing", events);
    } else if (budget.isBeyondLimit()) {
      errors.limit(
          Limit.YAML_ALIASED_VALUES,
          "aliases stand for more than " + options.maxAliasedNodes() + " values",
          events);
    }
    checkDepth(top.depth + anchor.height);
    if (isKeyExpected()) {
      key(anchor.value, events.number(), position);
      return;
    }
    Object value = UNWANTED;
    if (!isUnwanted()) {
      budget.keep(anchor.nodes);
      value = copyOf(anchor.value);
    }
    if (top.merging && value instanceof Sequence) {
      errors.cannotMerge(events);
      value = UNWANTED;
    }
    deliver(value, position, anchor.height);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Table table) {
      return table.deepCopy();
    }
    return value instanceof Sequence sequence ? sequence.deepCopy() : value;
  }

  private void checkDepth(int depth) {
    if (depth > options.maxDepth()) {
      throw cursor
          .scannerError("exceeded max depth of " + options.maxDepth(), events)
          .beyond(Limit.YAML_DEPTH);
    }
  }

  private void start(boolean mapping) {
    boolean asKey = isKeyExpected();
    boolean unwanted = isUnwanted() && events.anchor() == null && !asKey;
    OpenCollection frame = top.push();
    frame.mapping = mapping;
    frame.event = events.number();
    frame.selecting = mapping && isSelectable(asKey);
    frame.unwanted = unwanted;
    frame.table = mapping && !unwanted ? new Table() : null;
    frame.firstItem = itemCount;
    frame.hasKey = false;
    frame.merging = !mapping && top.merging;
    frame.skipsValue = false;
    frame.height = 0;
    frame.decodedBefore = budget.decoded();
    frame.position = position();
    frame.anchor = events.anchor() == null ? null : newAnchor();
    budget.count();
    top = frame;
    checkDepth(frame.depth);
  }

  /** The root is selected from, and what was selected of it, unless aliases may repeat it. */
  private boolean isSelectable(boolean asKey) {
    return selection != null
        && events.anchor() == null
        && !asKey
        && (top == bottom || top.selecting && top.depth == 1 && !top.merging);
  }

  private void endSequence() {
    Object value = UNWANTED;
    if (!top.unwanted) {
      int from = top.firstItem;
      Position[] where = positions ? Arrays.copyOfRange(itemPositions, from, itemCount) : null;
      value = Sequence.read(Arrays.copyOfRange(items, from, itemCount), where);
      Arrays.fill(items, from, itemCount, null);
      itemCount = from;
    }
    end(value);
  }

  private void endMapping() {
    end(top.unwanted ? UNWANTED : top.table);
  }

  private void end(Object value) {
    OpenCollection frame = top;
    int height = frame.height + 1;
    if (frame.anchor != null) {
      frame.anchor.complete = true;
      frame.anchor.value = value;
      frame.anchor.height = height;
      frame.anchor.nodes = budget.decoded() - frame.decodedBefore;
    }
    frame.table = null;
    top = frame.outer;
    if (isKeyExpected()) {
      key(value, frame.event, frame.position);
    } else {
      deliver(value, frame.position, height);
    }
  }

  /** Puts a value where it belongs. */
  private void deliver(Object value, Position position, int height) {
    OpenCollection frame = top;
    frame.height = Math.max(frame.height, height);
    if (frame == bottom) {
      root = number(value);
      rootPosition = position;
    } else if (!frame.mapping) {
      if (frame.merging && !(value instanceof Table)) {
        errors.cannotMerge(events);
      }
      if (!frame.unwanted) {
        budget.keep(1);
        addItem(number(value), position);
      }
    } else {
      frame.hasKey = false;
      if (frame.merging) {
        frame.merging = false;
        merge(value);
      } else if (frame.skipsValue) {
        frame.skipsValue = false;
      } else if (!frame.unwanted && !errors.found()) {
        budget.keep(1);
        frame.table.put(frame.key, number(value), frame.keyPosition);
      }
    }
  }

  /** The value as Helm's values have it: after a way through JSON all numbers are float64. */
  private Object number(Object value) {
    boolean stays = options.integers() || !(value instanceof Number) || value instanceof Double;
    return stays ? value : (Object) ((Number) value).doubleValue();
  }

  private void addItem(Object value, Position position) {
    if (itemCount == items.length) {
      items = Arrays.copyOf(items, 2 * itemCount);
    }
    if (positions) {
      if (itemPositions.length < items.length) {
        itemPositions = Arrays.copyOf(itemPositions, items.length);
      }
      itemPositions[itemCount] = position;
    }
    items[itemCount++] = value;
  }

  // Keys.

  private void key() {
    Token token = events.scalar();
    if (isMerge(token)) {
      top.hasKey = true;
      top.merging = true;
      return;
    }
    budget.count();
    boolean unused = (top.unwanted || errors.found()) && events.anchor() == null;
    if (unused && events.tag() == null && token != null && !mayBeNoString(token)) {
      top.hasKey = true;
      return;
    }
    Object value = resolveAnchored();
    key(value, events.number(), position());
  }

  private boolean isMerge(Token token) {
    return token != null
        && token.verbatim
        && token.contentEnd - token.contentStart == 2
        && cursor.chars[token.contentStart] == '<'
        && cursor.chars[token.contentStart + 1] == '<'
        && (events.isPlain() || Tags.MERGE.equals(events.tag()));
  }

  /** True if a plain key may be null, or a number too large for a key. */
  private boolean mayBeNoString(Token token) {
    if (!events.isPlain()) {
      return false;
    }
    char c = cursor.chars[token.contentStart];
    int length = token.contentEnd - token.contentStart;
    return length == 0
        || c == '~'
        || (c == 'n' || c == 'N') && length == 4
        || Chars.isDigit(c) && length > 17;
  }

  private void key(Object value, int event, Position position) {
    OpenCollection frame = top;
    frame.hasKey = true;
    frame.keyPosition = position;
    if (value instanceof Table || value instanceof Sequence || value == UNWANTED) {
      errors.collectionAsKey(event, position);
      frame.skipsValue = true;
      return;
    }
    frame.key = CoercedText.asKey(value);
    if (frame.key == null) {
      keyWithoutString(value, position);
      return;
    }
    if (options.uniqueKeys() && frame.table != null && frame.table.containsKey(frame.key)) {
      errors.decoding("key " + GoQuotes.quote(frame.key) + " already set in map", events);
    }
    frame.skipsValue = frame.selecting && !selection.wants(frame.depth - 1, frame.key);
  }

  /**
   * A key that JSON cannot have is an error unless a later entry replaces what holds it, so it is
   * kept among the entries, under a key that no text can have.
   */
  private void keyWithoutString(Object value, Position position) {
    UnsupportedKey key = new UnsupportedKey(value, events.number(), position);
    errors.mayBeUnsupported();
    if (!top.unwanted) {
      top.table.put(key.placeholder(), key);
    }
    top.skipsValue = true;
  }

  // Merging.

  /** Takes over the entries of a mapping, or of several, of which the first has the last word. */
  private void merge(Object value) {
    if (errors.found()) {
      return;
    }
    if (value instanceof Table table) {
      takeOver(table);
    } else if (value instanceof Sequence sequence) {
      for (int i = sequence.size() - 1; i >= 0; i--) {
        takeOver((Table) sequence.get(i));
      }
    } else {
      errors.cannotMerge(events);
    }
  }

  private void takeOver(Table merged) {
    if (!top.unwanted) {
      budget.keep(merged.size());
      for (Table.Slot slot : merged.sorted()) {
        top.table.put(slot);
      }
    }
  }
}
