package dev.pintle.schema.keyword;

import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.pintle.regex.GoRegex;
import dev.pintle.regex.RegexSyntaxException;

/** Regular expressions as Go has them: RE2's syntax, found anywhere in the text, in linear time. */
final class GoRegularExpressions implements RegularExpressionFactory {

  /** Steps that one match may take, in seconds a few. */
  private static final long MAX_STEPS = 1L << 31;

  @Override
  public RegularExpression getRegularExpression(String regex) {
    GoRegex compiled;
    try {
      compiled = GoRegex.compile(regex);
    } catch (RegexSyntaxException malformed) {
      throw new SchemaException(malformed.getMessage()); // compiling the schema has found it before
    }
    return text -> {
      if ((long) compiled.programSize() * text.length() > MAX_STEPS) {
        throw new ValidationLimitException(
            "matching a value with the pattern of a schema takes more than "
                + MAX_STEPS
                + " steps");
      }
      return compiled.matches(text);
    };
  }
}
