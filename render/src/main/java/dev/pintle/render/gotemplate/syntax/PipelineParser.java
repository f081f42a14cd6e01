package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.gotemplate.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses what stands inside an action: pipelines, commands and operands. */
final class PipelineParser {

  /** What a range's pipeline is called; it alone may declare two variables. */
  static final String RANGE = "range";

  private final ParsedText source;
  private final TokenStream tokens;

  /** The variables that are visible here. */
  private final VisibleVariables variables = new VisibleVariables();

  PipelineParser(ParsedText source, TokenStream tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /** How many variables are visible, for {@link #forgetVariables}. */
  int visibleVariables() {
    return variables.count();
  }

  /** Ends the scope of all variables but the first ones. */
  void forgetVariables(int visible) {
    variables.forget(visible);
  }

  /**
   * Parses a pipeline and what ends it.
   *
   * <pre>
   * pipeline     = [declaration] command {"|" command}
   * declaration  = variable (":=" | "=")
   * in a range   = variable ["," variable] (":=" | "=")
   * </pre>
   *
   * @param context what it belongs to, as messages say it
   */
  Pipeline pipeline(String context, Kind end) {
    int offset = tokens.peekNonSpace().start();
    List<Operand.Variable> declared = new ArrayList<>(0);
    boolean assigns = declaration(declared, context);
    List<Command> commands = new ArrayList<>(2);
    while (true) {
      Token token = tokens.nextNonSpace();
      if (token.kind() == end) {
        check(commands, context);
        return new Pipeline(offset, declared, assigns, commands);
      }
      if (!startsOperand(token.kind())) {
        throw tokens.unexpected(token, context);
      }
      tokens.backUp();
      commands.add(command());
    }
  }

  /** Parses a declaration if there is one; true if it assigns. */
  private boolean declaration(List<Operand.Variable> declared, String context) {
    while (tokens.peekNonSpace().kind() == Kind.VARIABLE) {
      Token variable = tokens.next();
      // In "$x foo" only the token after the space tells that $x is not being declared; the space
      // must then be given back too, since it separates operands.
      Token after = tokens.peek();
      Token next = tokens.peekNonSpace();
      if (next.kind() == Kind.ASSIGN || next.kind() == Kind.DECLARE) {
        tokens.nextNonSpace();
        declare(variable, declared);
        return next.kind() == Kind.ASSIGN;
      }
      if (next.kind() != Kind.CHAR || !tokens.value(next).equals(",")) {
        if (after.kind() == Kind.SPACE) {
          tokens.putBack(after);
        }
        tokens.putBack(variable);
        return false;
      }
      tokens.nextNonSpace();
      declare(variable, declared);
      if (!context.equals(RANGE) || declared.size() > 1) {
        throw tokens.fail("too many declarations in " + context);
      }
      Kind following = tokens.peekNonSpace().kind();
      if (following != Kind.VARIABLE
          && following != Kind.RIGHT_DELIM
          && following != Kind.RIGHT_PAREN) {
        throw tokens.fail("range can only initialize variables");
      }
    }
    return false;
  }

  private void declare(Token variable, List<Operand.Variable> declared) {
    String name = tokens.value(variable);
    declared.add(new Operand.Variable(variable.start(), List.of(name)));
    variables.declare(name);
  }

  private void check(List<Command> commands, String context) {
    if (commands.isEmpty()) {
      throw tokens.fail("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      if (isConstant(commands.get(i).operands().get(0))) {
        throw tokens.fail("non executable command in pipeline stage " + (i + 1));
      }
    }
  }

  private static boolean startsOperand(Kind kind) {
    return switch (kind) {
      case BOOL,
          CHARACTER,
          COMPLEX,
          DOT,
          FIELD,
          IDENTIFIER,
          NUMBER,
          NIL,
          RAW_STRING,
          STRING,
          VARIABLE,
          LEFT_PAREN ->
          true;
      default -> false;
    };
  }

  private static boolean isConstant(Operand operand) {
    return operand instanceof Operand.Bool
        || operand instanceof Operand.Dot
        || operand instanceof Operand.Nil
        || operand instanceof Operand.Number
        || operand instanceof Operand.Text;
  }

  /**
   * Parses a command and the pipe symbol after it, if there is one; what else ends it is left.
   *
   * <pre>
   * command = operand {space operand}
   * </pre>
   */
  private Command command() {
    int offset = tokens.peekNonSpace().start();
    List<Operand> operands = new ArrayList<>(4);
    while (true) {
      tokens.peekNonSpace();
      Operand operand = operand();
      if (operand != null) {
        operands.add(operand);
      }
      Token token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIM, RIGHT_PAREN -> tokens.backUp();
        case PIPE -> tokens.pipe();
        default -> throw tokens.unexpected(token, "operand");
      }
      return new Command(offset, operands);
    }
  }

  /**
   * Parses an operand; null if what comes is none.
   *
   * <pre>
   * operand = term {field}
   * </pre>
   */
  private Operand operand() {
    Operand term = term();
    if (term == null || tokens.peek().kind() != Kind.FIELD) {
      return term;
    }
    int offset = tokens.peek().start();
    List<String> names = new ArrayList<>(4);
    if (term instanceof Operand.Field field) {
      names.addAll(field.names());
    } else if (term instanceof Operand.Variable variable) {
      names.addAll(variable.names());
    }
    while (tokens.peek().kind() == Kind.FIELD) {
      names.add(fieldName(tokens.next()));
    }
    if (term instanceof Operand.Field) {
      return new Operand.Field(offset, names);
    }
    if (term instanceof Operand.Variable) {
      return new Operand.Variable(offset, names);
    }
    if (isConstant(term)) {
      throw tokens.fail("unexpected . after term " + GoQuotes.quote(term.source()));
    }
    return new Operand.Chain(offset, term, names);
  }

  private String fieldName(Token field) {
    return source.text().substring(field.start() + 1, field.end());
  }

  /**
   * Parses a term; null if what comes is none.
   *
   * <pre>
   * term = number | character | string | "true" | "false" | "nil" | "." | field | variable
   *      | function | "(" pipeline ")"
   * </pre>
   */
  private Operand term() {
    Token token = tokens.nextNonSpace();
    int offset = token.start();
    return switch (token.kind()) {
      case IDENTIFIER -> function(token);
      case DOT -> new Operand.Dot(offset);
      case NIL -> new Operand.Nil(offset);
      case VARIABLE -> variable(token);
      case FIELD -> new Operand.Field(offset, List.of(fieldName(token)));
      case BOOL -> new Operand.Bool(offset, tokens.value(token).equals("true"));
      case NUMBER, COMPLEX, CHARACTER -> number(token);
      case STRING, RAW_STRING -> new Operand.Text(offset, tokens.value(token), string(token));
      case LEFT_PAREN -> parenthesized();
      default -> {
        tokens.backUp();
        yield null;
      }
    };
  }

  private Operand function(Token token) {
    String name = tokens.value(token);
    if (!source.functions().contains(name)) {
      String fault = "function " + GoQuotes.quote(name) + " not defined";
      throw tokens.failAtName(token, fault, name, source.functions());
    }
    return new Operand.Identifier(token.start(), name);
  }

  private Operand variable(Token token) {
    String name = tokens.value(token);
    if (variables.find(name) < 0) {
      String fault = "undefined variable " + GoQuotes.quote(name);
      throw tokens.failAtName(token, fault, name, variables.names());
    }
    return new Operand.Variable(token.start(), List.of(name));
  }

  private Operand number(Token token) {
    String written = tokens.value(token);
    try {
      return new Operand.Number(token.start(), written, NumberParser.parse(written, token.kind()));
    } catch (NumberParser.BadNumber bad) {
      throw tokens.fail(bad.getMessage());
    }
  }

  /** What a string token stands for. */
  String string(Token token) {
    String value = GoQuotes.unquote(tokens.value(token));
    if (value == null) {
      throw tokens.fail("invalid syntax");
    }
    return value;
  }

  private Pipeline parenthesized() {
    if (!source.enter()) {
      throw tokens.fail("max expression depth exceeded");
    }
    Pipeline pipeline = pipeline("parenthesized pipeline", Kind.RIGHT_PAREN);
    source.leave();
    return pipeline;
  }
}
