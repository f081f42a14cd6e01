package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;

/**
 * A word of the template language.
 *
 * @param start index of its first character in the template's text
 * @param end index after its last character
 * @param line the line it starts in, from 1
 * @param error for {@link Kind#ERROR} what is wrong; null for all others
 */
record Token(Kind kind, int start, int end, int line, String error) {

  private static final int SHOWN_CHARACTERS = 10;

  /** What a token is. */
  enum Kind {
    ERROR,
    EOF,
    TEXT,
    LEFT_DELIM,
    RIGHT_DELIM,
    /** White space between operands; it tells {@code $x .y} from {@code $x.y}. */
    SPACE,
    LEFT_PAREN,
    RIGHT_PAREN,
    PIPE,
    ASSIGN,
    DECLARE,
    /** Any other printable ASCII character, such as a comma. */
    CHAR,
    BOOL,
    NUMBER,
    COMPLEX,
    CHARACTER,
    STRING,
    RAW_STRING,
    /** A dot and a name. */
    FIELD,
    IDENTIFIER,
    /** A dollar sign, perhaps with a name. */
    VARIABLE,
    DOT(true),
    NIL(true),
    BLOCK(true),
    BREAK(true),
    CONTINUE(true),
    DEFINE(true),
    ELSE(true),
    END(true),
    IF(true),
    RANGE(true),
    TEMPLATE(true),
    WITH(true);

    private final boolean keyword;

    Kind() {
      this(false);
    }

    Kind(boolean keyword) {
      this.keyword = keyword;
    }
  }

  /** The token as written. */
  String value(String text) {
    return text.substring(start, end);
  }

  /** The token as Go's messages show it: quoted and cut short, a keyword in angle brackets. */
  String describe(String text) {
    if (kind == Kind.EOF) {
      return "EOF";
    }
    if (kind == Kind.ERROR) {
      return error;
    }
    String value = value(text);
    if (kind.keyword) {
      return '<' + value + '>';
    }
    return GoStrings.length(value) > SHOWN_CHARACTERS
        ? GoQuotes.quote(firstCharacters(value)) + "..."
        : GoQuotes.quote(value);
  }

  private static String firstCharacters(String value) {
    int count = Math.min(SHOWN_CHARACTERS, value.codePointCount(0, value.length()));
    return value.substring(0, value.offsetByCodePoints(0, count));
  }
}
