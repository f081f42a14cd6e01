package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.render.gotemplate.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LexerTest {

  private static final Set<Kind> SHOWN_WITH_VALUE =
      EnumSet.of(
          Kind.BOOL,
          Kind.CHAR,
          Kind.CHARACTER,
          Kind.COMPLEX,
          Kind.FIELD,
          Kind.IDENTIFIER,
          Kind.NUMBER,
          Kind.RAW_STRING,
          Kind.STRING,
          Kind.TEXT,
          Kind.VARIABLE);

  static Stream<Arguments> templates() {
    return Rows.of("tokens.txt");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void cutsTemplatesIntoTokens(String line, String expected) {
    String template = Rows.unfold(line);
    List<String> shown = new ArrayList<>();
    for (Token token : tokens(template)) {
      shown.add(show(token, template));
    }
    assertThat(Rows.fold(String.join(" ", shown))).isEqualTo(expected);
  }

  private static List<Token> tokens(String template) {
    Lexer lexer = new Lexer(template, name -> false);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Kind.EOF && token.kind() != Kind.ERROR);
    return tokens;
  }

  private static String show(Token token, String template) {
    if (token.kind() == Kind.ERROR) {
      return "ERROR‹" + token.error() + '›';
    }
    return SHOWN_WITH_VALUE.contains(token.kind())
        ? token.kind() + "‹" + token.value(template) + '›'
        : token.kind().name();
  }

  @Test
  void tokensKnowTheLineTheyStartIn() {
    List<Token> tokens = tokens("a\n{{- `\n` -}}\n\nb\n{{\n.x}}");
    assertThat(tokens.stream().map(token -> token.kind() + " " + token.line()))
        .containsExactly(
            "TEXT 1",
            "LEFT_DELIM 2",
            "RAW_STRING 2",
            "RIGHT_DELIM 3",
            "TEXT 5",
            "LEFT_DELIM 6",
            "SPACE 6",
            "FIELD 7",
            "RIGHT_DELIM 7",
            "EOF 7");
  }

  @Test
  void breakAndContinueAreNamesWhereFunctionsAreCalledSo() {
    Lexer lexer = new Lexer("{{break continue}}", "break"::equals);
    assertThat(Stream.generate(lexer::next).limit(4).map(Token::kind))
        .containsExactly(Kind.LEFT_DELIM, Kind.IDENTIFIER, Kind.SPACE, Kind.CONTINUE);
  }
}
