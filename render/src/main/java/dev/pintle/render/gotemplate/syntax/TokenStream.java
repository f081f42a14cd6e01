package dev.pintle.render.gotemplate.syntax;

import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.render.gotemplate.syntax.Token.Kind;
import java.util.Collection;

/**
 * The tokens of one tree, with the look-ahead of three that the grammar needs, and the place of a
 * fault: Go names the line of the token that was read last, whichever token is at fault.
 */
final class TokenStream {

  /**
   * How many pipes an action may have, for which Go has no limit: what evaluates a pipeline needs
   * stack for each of its stages.
   */
  static final int MAX_PIPES = 1000;

  private final ParsedText source;

  private final Token[] pending = new Token[3];
  private int pendingCount;

  /** The line of the left delimiter of the action at hand; 0 outside actions. */
  private int actionLine;

  private int pipes;

  TokenStream(ParsedText source) {
    this.source = source;
  }

  Token next() {
    if (pendingCount > 0) {
      pendingCount--;
    } else {
      pending[0] = source.lexer().next();
    }
    return pending[pendingCount];
  }

  Token peek() {
    if (pendingCount == 0) {
      pendingCount = 1;
      pending[0] = source.lexer().next();
    }
    return pending[pendingCount - 1];
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.kind() == Kind.SPACE) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    backUp();
    return token;
  }

  /** Gives the token read last back. */
  void backUp() {
    pendingCount++;
  }

  /** With the token read last given back, puts this one before it. */
  void putBack(Token token) {
    pending[pendingCount++] = token;
  }

  Token expect(Kind kind, String context) {
    Token token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  /** The token as it is written. */
  String value(Token token) {
    return token.value(source.text());
  }

  /** Says that an action starts with this delimiter. */
  void enterAction(Token leftDelim) {
    actionLine = leftDelim.line();
    pipes = 0;
  }

  /** Says that a pipeline goes on. */
  void pipe() {
    if (++pipes > MAX_PIPES) {
      throw fail("max pipeline length exceeded");
    }
  }

  /** Says that no action is at hand. */
  void leaveAction() {
    actionLine = 0;
  }

  /** The fault that a token stands where it must not. */
  TemplateSyntaxException unexpected(Token token, String context) {
    if (token.kind() != Kind.ERROR) {
      return failAt(
          token, "unexpected " + token.describe(source.text()) + " in " + context, null, null);
    }
    return failAt(token, token.error() + actionStart(token), null, null);
  }

  private String actionStart(Token token) {
    if (actionLine == 0 || actionLine == token.line()) {
      return "";
    }
    String start = " started at " + Visible.name(source.name()) + ':' + actionLine;
    return token.error().endsWith(" action") ? start : " in action" + start;
  }

  /** A fault found at the token read last. */
  TemplateSyntaxException fail(String fault) {
    return failAt(pending[0], fault, null, null);
  }

  /** The fault that a name stands for nothing; the names that would stand for something. */
  TemplateSyntaxException failAtName(
      Token token, String fault, String name, Collection<String> known) {
    String nearest = Spelling.nearest(name, known);
    Hint hint = nearest == null ? null : new Hint.DidYouMean(nearest, null);
    return failAt(token, fault, null, hint);
  }

  /** A fault found at the token read last, and what more is known of it. */
  TemplateSyntaxException fail(String fault, String note) {
    return failAt(pending[0], fault, note, null);
  }

  private TemplateSyntaxException failAt(Token token, String fault, String note, Hint hint) {
    return source.fault(token, pending[0].line(), fault, note, hint);
  }
}
