package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.gotemplate.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the text and actions of one tree: a whole file, one definition or one block. Each has its
 * own variables and loops; nothing of them is visible in another.
 */
final class TreeParser {

  private final ParsedText source;
  private final TokenStream tokens;
  private final PipelineParser pipelines;

  private int openRanges;

  /** The keyword of the innermost block that is open, or null. */
  private Token opener;

  /** What ended the body that was parsed last. */
  private Terminator terminator;

  /** An {@code {{else}}} or {@code {{end}}}. */
  private record Terminator(Kind kind, int offset) {
    String source() {
      return kind == Kind.ELSE ? "{{else}}" : "{{end}}";
    }
  }

  TreeParser(ParsedText source) {
    this.source = source;
    this.tokens = new TokenStream(source);
    this.pipelines = new PipelineParser(source, tokens);
  }

  /**
   * Parses a whole file and adds its trees.
   *
   * <pre>
   * file = {definition | statement}
   * </pre>
   */
  void file() {
    int offset = tokens.peek().start();
    List<Statement> statements = new ArrayList<>();
    while (tokens.peek().kind() != Kind.EOF) {
      if (tokens.peek().kind() == Kind.LEFT_DELIM) {
        Token delim = tokens.next();
        Token keyword = tokens.nextNonSpace();
        if (keyword.kind() == Kind.DEFINE) {
          new TreeParser(source).definition(keyword);
          continue;
        }
        tokens.backUp();
        tokens.putBack(delim);
      }
      Statement statement = statement();
      if (statement == null) {
        throw tokens.fail("unexpected " + terminator.source());
      }
      statements.add(statement);
    }
    add(source.name(), new Body(offset, statements));
  }

  private void add(String name, Body root) {
    if (!source.add(name, root)) {
      throw tokens.fail("template: multiple definition of template " + GoQuotes.quote(name));
    }
  }

  /**
   * Parses a definition of which the keyword is past. It can stand only where nothing is open.
   *
   * <pre>
   * definition = "{{" "define" string "}}" body "{{" "end" "}}"
   * </pre>
   */
  private void definition(Token keyword) {
    String context = "define clause";
    opener = keyword;
    Token name = tokens.nextNonSpace();
    String value = templateName(name, context);
    tokens.expect(Kind.RIGHT_DELIM, context);
    Body root = body();
    if (terminator.kind() != Kind.END) {
      throw tokens.fail("unexpected " + terminator.source() + " in " + context);
    }
    add(value, root);
  }

  /**
   * Parses up to and with an {@code {{else}}} or {@code {{end}}}, which is then the terminator.
   *
   * <pre>
   * body = {statement}
   * </pre>
   */
  private Body body() {
    int offset = tokens.peekNonSpace().start();
    List<Statement> statements = new ArrayList<>();
    while (tokens.peekNonSpace().kind() != Kind.EOF) {
      Statement statement = statement();
      if (statement == null) {
        return new Body(offset, statements);
      }
      statements.add(statement);
    }
    throw tokens.fail("unexpected EOF", unclosed());
  }

  private String unclosed() {
    return opener == null
        ? null
        : "the " + tokens.value(opener) + " in line " + opener.line() + " has no {{end}}";
  }

  /**
   * Parses a statement; null if it is an {@code {{else}}} or {@code {{end}}}.
   *
   * <pre>
   * statement = text | "{{" action "}}"
   * </pre>
   */
  private Statement statement() {
    Token token = tokens.nextNonSpace();
    if (token.kind() == Kind.TEXT) {
      return new Statement.Text(token.start(), tokens.value(token));
    }
    if (token.kind() != Kind.LEFT_DELIM) {
      throw tokens.unexpected(token, "input");
    }
    tokens.enterAction(token);
    Statement statement = action();
    tokens.leaveAction();
    return statement;
  }

  /**
   * Parses an action of which the left delimiter is past; null as in {@link #statement}. Variables
   * that a plain pipeline declares stay visible to the end of what is open.
   *
   * <pre>
   * action = if | with | range | block | "template" … | "break" | "continue" | pipeline
   * </pre>
   */
  private Statement action() {
    Token token = tokens.nextNonSpace();
    return switch (token.kind()) {
      case BLOCK, IF, WITH, RANGE -> nested(token);
      case TEMPLATE -> template();
      case BREAK -> {
        loopControl("{{break}}");
        yield new Statement.Break(token.start());
      }
      case CONTINUE -> {
        loopControl("{{continue}}");
        yield new Statement.Continue(token.start());
      }
      case ELSE -> elseTerminator();
      case END -> {
        terminator = new Terminator(Kind.END, tokens.expect(Kind.RIGHT_DELIM, "end").start());
        yield null;
      }
      default -> {
        tokens.backUp();
        yield new Statement.Action(token.start(), pipelines.pipeline("command", Kind.RIGHT_DELIM));
      }
    };
  }

  /**
   * Parses the end of an else. After {@code else if} and {@code else with} the second keyword is
   * left.
   */
  private Statement elseTerminator() {
    Token token = tokens.peekNonSpace();
    if (token.kind() != Kind.IF && token.kind() != Kind.WITH) {
      token = tokens.expect(Kind.RIGHT_DELIM, "else");
    }
    terminator = new Terminator(Kind.ELSE, token.start());
    return null;
  }

  private void loopControl(String written) {
    Token token = tokens.nextNonSpace();
    if (token.kind() != Kind.RIGHT_DELIM) {
      throw tokens.unexpected(token, written);
    }
    if (openRanges == 0) {
      throw tokens.fail(written + " outside {{range}}");
    }
  }

  /** Parses what has a body of its own, one level deeper. */
  private Statement nested(Token keyword) {
    Token outer = opener;
    opener = keyword;
    enter();
    Statement statement =
        switch (keyword.kind()) {
          case BLOCK -> block(keyword);
          case RANGE -> range();
          case IF -> chosen(Kind.IF, "if");
          default -> chosen(Kind.WITH, "with");
        };
    opener = outer;
    source.leave();
    return statement;
  }

  private void enter() {
    if (!source.enter()) {
      throw tokens.fail("max block depth exceeded");
    }
  }

  /**
   * Parses a range of which the keyword is past.
   *
   * <pre>
   * range = "range" pipeline "}}" body ["{{" "else" "}}" body] "{{" "end"
   * </pre>
   */
  private Statement range() {
    int visible = pipelines.visibleVariables();
    Pipeline condition = pipelines.pipeline(PipelineParser.RANGE, Kind.RIGHT_DELIM);
    openRanges++;
    Body body = body();
    openRanges--;
    Body otherwise = terminator.kind() == Kind.ELSE ? lastBody() : null;
    pipelines.forgetVariables(visible);
    return new Statement.Range(condition.offset(), condition, body, otherwise);
  }

  /**
   * Parses an if or with of which the keyword is past.
   *
   * <pre>
   * if   = "if" pipeline "}}" body
   *        ["{{" "else" "}}" body | "{{" "else" if] "{{" "end"
   * with = "with" pipeline "}}" body
   *        ["{{" "else" "}}" body | "{{" "else" with] "{{" "end"
   * </pre>
   *
   * The end of an {@code else if} is that of the whole chain.
   */
  private Statement chosen(Kind keyword, String context) {
    int visible = pipelines.visibleVariables();
    Pipeline condition = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    Body body = body();
    Body otherwise = null;
    if (terminator.kind() == Kind.ELSE) {
      boolean chained = tokens.peek().kind() == keyword;
      otherwise = chained ? chainedBody(keyword, context) : lastBody();
    }
    pipelines.forgetVariables(visible);
    return keyword == Kind.IF
        ? new Statement.If(condition.offset(), condition, body, otherwise)
        : new Statement.With(condition.offset(), condition, body, otherwise);
  }

  /** The other body that an {@code else if} or {@code else with} makes up. */
  private Body chainedBody(Kind keyword, String context) {
    int offset = terminator.offset();
    tokens.next();
    enter();
    Statement chained = chosen(keyword, context);
    source.leave();
    return new Body(offset, List.of(chained));
  }

  private Body lastBody() {
    Body body = body();
    if (terminator.kind() != Kind.END) {
      throw tokens.fail("expected end; found " + terminator.source());
    }
    return body;
  }

  /**
   * Parses a block of which the keyword is past: a definition, and a call of it where it stands.
   *
   * <pre>
   * block = "block" string pipeline "}}" body "{{" "end"
   * </pre>
   */
  private Statement block(Token keyword) {
    String context = "block clause";
    Token token = tokens.nextNonSpace();
    String name = templateName(token, context);
    Pipeline argument = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    TreeParser inner = new TreeParser(source);
    inner.opener = keyword;
    Body root = inner.body();
    if (inner.terminator.kind() != Kind.END) {
      throw tokens.fail("unexpected " + inner.terminator.source() + " in " + context);
    }
    inner.add(name, root);
    return new Statement.Call(token.start(), name, argument);
  }

  /**
   * Parses a call of a template of which the keyword is past.
   *
   * <pre>
   * template = "template" string [pipeline] "}}"
   * </pre>
   */
  private Statement template() {
    String context = "template clause";
    Token token = tokens.nextNonSpace();
    String name = templateName(token, context);
    Pipeline argument = null;
    if (tokens.nextNonSpace().kind() != Kind.RIGHT_DELIM) {
      tokens.backUp();
      argument = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    }
    return new Statement.Call(token.start(), name, argument);
  }

  private String templateName(Token token, String context) {
    if (token.kind() != Kind.STRING && token.kind() != Kind.RAW_STRING) {
      throw tokens.unexpected(token, context);
    }
    return pipelines.string(token);
  }
}
