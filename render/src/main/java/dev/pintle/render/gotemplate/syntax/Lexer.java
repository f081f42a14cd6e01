package dev.pintle.render.gotemplate.syntax;

import static dev.pintle.render.gotemplate.syntax.Characters.isAlphaNumeric;
import static dev.pintle.render.gotemplate.syntax.Characters.isSpace;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.gotemplate.syntax.Token.Kind;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Cuts a template into tokens, in one pass, on demand. It is in one of two states: in text, or
 * inside an action. Trim markers and comments end here: the parser does not see them.
 *
 * <p>After an {@link Kind#ERROR} there is nothing more to ask for.
 */
final class Lexer {

  private static final String LEFT_DELIM = "{{";
  private static final String RIGHT_DELIM = "}}";
  private static final String LEFT_COMMENT = "/*";
  private static final String RIGHT_COMMENT = "*/";

  /** A minus and the space that must stand between it and the rest of the action. */
  private static final int TRIM_MARKER_LENGTH = 2;

  private static final int EOF = -1;

  private static final String DECIMAL = "0123456789_";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";
  private static final String OCTAL = "01234567_";
  private static final String BINARY = "01_";

  private static final Map<String, Kind> WORDS =
      Map.ofEntries(
          Map.entry("block", Kind.BLOCK),
          Map.entry("break", Kind.BREAK),
          Map.entry("continue", Kind.CONTINUE),
          Map.entry("define", Kind.DEFINE),
          Map.entry("else", Kind.ELSE),
          Map.entry("end", Kind.END),
          Map.entry("false", Kind.BOOL),
          Map.entry("if", Kind.IF),
          Map.entry("nil", Kind.NIL),
          Map.entry("range", Kind.RANGE),
          Map.entry("template", Kind.TEMPLATE),
          Map.entry("true", Kind.BOOL),
          Map.entry("with", Kind.WITH));

  private final String text;
  private final boolean breakIsFunction;
  private final boolean continueIsFunction;

  private int at;
  private int start;
  private boolean insideAction;
  private int openParens;

  private int line = 1;
  private int nextNewline;

  /**
   * A lexer at the start of a text.
   *
   * @param isFunction {@code break} and {@code continue} are keywords only where no functions of
   *     these names exist
   */
  Lexer(String text, Predicate<String> isFunction) {
    this.text = text;
    this.breakIsFunction = isFunction.test("break");
    this.continueIsFunction = isFunction.test("continue");
    this.nextNewline = newlineFrom(0);
  }

  /** The next token; at the end {@link Kind#EOF}, again and again. */
  Token next() {
    return insideAction ? insideAction() : text();
  }

  // In text

  private Token text() {
    while (true) {
      int open = text.indexOf(LEFT_DELIM, at);
      if (open < 0) {
        at = text.length();
        return emit(at > start ? Kind.TEXT : Kind.EOF);
      }
      if (open > at) {
        at = hasLeftTrimMarker(open + LEFT_DELIM.length()) ? trimmedEnd(start, open) : open;
        if (at > start) {
          Token token = emit(Kind.TEXT);
          skipTo(open);
          return token;
        }
        skipTo(open);
      }
      Token token = leftDelim();
      if (token != null) {
        return token;
      }
    }
  }

  /** The left delimiter, or null if a comment was skipped instead. */
  private Token leftDelim() {
    int inner = at + LEFT_DELIM.length();
    int afterMarker = hasLeftTrimMarker(inner) ? inner + TRIM_MARKER_LENGTH : inner;
    if (text.startsWith(LEFT_COMMENT, afterMarker)) {
      skipTo(afterMarker);
      return comment();
    }
    at = inner;
    Token token = emit(Kind.LEFT_DELIM);
    skipTo(afterMarker);
    insideAction = true;
    openParens = 0;
    return token;
  }

  /** Skips a comment and its right delimiter; gives an error or null. */
  private Token comment() {
    int close = text.indexOf(RIGHT_COMMENT, at + LEFT_COMMENT.length());
    if (close < 0) {
      at = text.length();
      return error("unclosed comment");
    }
    at = close + RIGHT_COMMENT.length();
    if (atTrimmedRightDelim(at)) {
      skipTo(skipSpace(at + TRIM_MARKER_LENGTH + RIGHT_DELIM.length()));
    } else if (text.startsWith(RIGHT_DELIM, at)) {
      skipTo(at + RIGHT_DELIM.length());
    } else {
      return error("comment ends before closing delimiter");
    }
    return null;
  }

  // Inside an action

  private Token insideAction() {
    boolean trims = atTrimmedRightDelim(at);
    if (trims || text.startsWith(RIGHT_DELIM, at)) {
      return openParens == 0 ? rightDelim(trims) : error("unclosed left paren");
    }
    int c = peek();
    if (c == EOF) {
      return error("unclosed action");
    }
    if (isSpace(c)) {
      return space();
    }
    if (isNumberStart(c)) {
      return number();
    }
    if (isAlphaNumeric(c)) {
      return word();
    }
    at += Character.charCount(c);
    return switch (c) {
      case '.' -> fieldOrVariable(Kind.FIELD);
      case '$' -> fieldOrVariable(Kind.VARIABLE);
      case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
      case '\'' -> quoted('\'', Kind.CHARACTER, "unterminated character constant");
      case '`' -> rawString();
      case '=' -> emit(Kind.ASSIGN);
      case ':' -> accept("=") ? emit(Kind.DECLARE) : error("expected :=");
      case '|' -> emit(Kind.PIPE);
      case '(' -> {
        openParens++;
        yield emit(Kind.LEFT_PAREN);
      }
      case ')' -> {
        openParens--;
        yield openParens < 0 ? error("unexpected right paren") : emit(Kind.RIGHT_PAREN);
      }
      default ->
          c < 0x7F && c > ' '
              ? emit(Kind.CHAR)
              : error("unrecognized character in action: " + GoQuotes.describe(c));
    };
  }

  private Token rightDelim(boolean trims) {
    if (trims) {
      skipTo(at + TRIM_MARKER_LENGTH);
    }
    at += RIGHT_DELIM.length();
    Token token = emit(Kind.RIGHT_DELIM);
    if (trims) {
      skipTo(skipSpace(at));
    }
    insideAction = false;
    return token;
  }

  private Token space() {
    at = skipSpace(at);
    // The last space may belong to a trim marker.
    if (atTrimmedRightDelim(at - 1)) {
      at--;
    }
    return emit(Kind.SPACE);
  }

  /** A sign, a digit, or a dot that is followed by a digit or by nothing. */
  private boolean isNumberStart(int c) {
    return c == '+'
        || c == '-'
        || isDigit(c)
        || c == '.' && (at + 1 == text.length() || isDigit(text.charAt(at + 1)));
  }

  private static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }

  /**
   * A number in any notation: decimal, hexadecimal, octal, binary, with fraction, exponent and
   * underscores, imaginary. What is no number after all, such as {@code 089}, is left for {@link
   * NumberParser} to find.
   */
  private Token number() {
    if (!scanNumber()) {
      return badNumber();
    }
    if (peek() != '+' && peek() != '-') {
      return emit(Kind.NUMBER);
    }
    return scanNumber() && text.charAt(at - 1) == 'i' ? emit(Kind.COMPLEX) : badNumber();
  }

  private Token badNumber() {
    return error("bad number syntax: " + GoQuotes.quote(text.substring(start, at)));
  }

  private boolean scanNumber() {
    accept("+-");
    String digits = DECIMAL;
    if (accept("0")) {
      digits = accept("xX") ? HEXADECIMAL : accept("oO") ? OCTAL : accept("bB") ? BINARY : DECIMAL;
    }
    acceptRun(digits);
    if (accept(".")) {
      acceptRun(digits);
    }
    String exponent = digits.equals(DECIMAL) ? "eE" : digits.equals(HEXADECIMAL) ? "pP" : "";
    if (accept(exponent)) {
      accept("+-");
      acceptRun(DECIMAL);
    }
    accept("i");
    int c = peek();
    if (!isAlphaNumeric(c)) {
      return true;
    }
    at += Character.charCount(c);
    return false;
  }

  /** A keyword, {@code true}, {@code false}, or the name of a function. */
  private Token word() {
    skipAlphaNumeric();
    if (!atTerminator()) {
      return badCharacter();
    }
    Kind kind = WORDS.getOrDefault(text.substring(start, at), Kind.IDENTIFIER);
    boolean isFunction =
        kind == Kind.BREAK && breakIsFunction || kind == Kind.CONTINUE && continueIsFunction;
    return emit(isFunction ? Kind.IDENTIFIER : kind);
  }

  /** A field or variable of which the dot or dollar sign is past, or that sign alone. */
  private Token fieldOrVariable(Kind kind) {
    if (atTerminator()) {
      return emit(kind == Kind.FIELD ? Kind.DOT : Kind.VARIABLE);
    }
    skipAlphaNumeric();
    return atTerminator() ? emit(kind) : badCharacter();
  }

  private Token badCharacter() {
    return error("bad character " + GoQuotes.describe(peek()));
  }

  /** A string or character of which the first quote is past. The parser checks what is inside. */
  private Token quoted(char quote, Kind kind, String unterminated) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return emit(kind);
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      if (c == '\n') {
        break;
      }
    }
    return error(unterminated);
  }

  private Token rawString() {
    int close = text.indexOf('`', at);
    if (close < 0) {
      at = text.length();
      return error("unterminated raw quoted string");
    }
    at = close + 1;
    return emit(Kind.RAW_STRING);
  }

  /** True if what may follow a name follows here; it keeps {@code $x+2} from being two operands. */
  private boolean atTerminator() {
    int c = peek();
    return c == EOF || isSpace(c) || ".,|:)(".indexOf(c) >= 0 || text.startsWith(RIGHT_DELIM, at);
  }

  // Steps

  private int peek() {
    return at < text.length() ? text.codePointAt(at) : EOF;
  }

  private boolean accept(String valid) {
    if (at < text.length() && valid.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  private void acceptRun(String valid) {
    while (at < text.length() && valid.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void skipAlphaNumeric() {
    int c = peek();
    while (isAlphaNumeric(c)) {
      at += Character.charCount(c);
      c = peek();
    }
  }

  private int skipSpace(int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean hasLeftTrimMarker(int index) {
    return index + 1 < text.length()
        && text.charAt(index) == '-'
        && isSpace(text.charAt(index + 1));
  }

  private boolean atTrimmedRightDelim(int index) {
    return index + 1 < text.length()
        && isSpace(text.charAt(index))
        && text.charAt(index + 1) == '-'
        && text.startsWith(RIGHT_DELIM, index + TRIM_MARKER_LENGTH);
  }

  private Token emit(Kind kind) {
    Token token = new Token(kind, start, at, lineOfStart(), null);
    start = at;
    return token;
  }

  private Token error(String message) {
    return new Token(Kind.ERROR, start, at, lineOfStart(), message);
  }

  private void skipTo(int index) {
    at = index;
    start = index;
  }

  private int lineOfStart() {
    while (nextNewline < start) {
      line++;
      nextNewline = newlineFrom(nextNewline + 1);
    }
    return line;
  }

  private int newlineFrom(int index) {
    int newline = text.indexOf('\n', index);
    return newline < 0 ? Integer.MAX_VALUE : newline;
  }
}
