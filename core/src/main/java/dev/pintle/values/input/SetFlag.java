package dev.pintle.values.input;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;

/**
 * The flags that set single values: one constant for each. They differ in what becomes of the text
 * after {@code =}.
 *
 * <p>The text of a flag is a list of {@code path=value}, with commas between. A path is made of
 * keys with dots between them and of indexes such as {@code [2]}; a value in braces is a list. A
 * backslash takes the meaning from the character after it. This is the syntax of Helm 4.2.4, with
 * its limits (by default indexes up to 65536, 30 dots in a path) and its messages.
 */
public enum SetFlag {
  /** Booleans, integers ({@code int64}) and {@code null} are told from strings. */
  SET("--set"),
  /** Every value is a string. */
  SET_STRING("--set-string"),
  /** The value is the name of a file, whose content is taken as a string. */
  SET_FILE("--set-file"),
  /** The value is JSON; the flag may also be one JSON object that is merged as a whole. */
  SET_JSON("--set-json"),
  /** The value is all that follows, commas and backslashes too. */
  SET_LITERAL("--set-literal");

  private final String flag;
  private final Position position;

  SetFlag(String flag) {
    this.flag = flag;
    this.position = new Position(flag, 0, 0);
  }

  /** The flag as it is typed, such as {@code --set-string}. */
  public String flag() {
    return flag;
  }

  Position position() {
    return position;
  }

  /**
   * Sets values in a mutable table; positions say which flag they came from.
   *
   * @param files asked by {@link #SET_FILE} only
   * @throws PintleException with Helm's message if the text is at fault; the table may then have
   *     been changed in part
   */
  public void apply(String text, Table values, ValuesFileReader files, Limits limits) {
    apply(text, values, files, new Budget(limits, "reading the values"));
  }

  /** The same as a part of more, which the budget counts. */
  void apply(String text, Table values, ValuesFileReader files, Budget budget) {
    SetParser parser =
        new SetParser(this, isObject(text) ? GoStrings.trimSpace(text) : text, files, budget);
    try {
      if (isObject(text)) {
        parser.mergeObjectInto(values);
      } else {
        parser.parseInto(values);
      }
    } catch (SetException e) {
      throw new PintleException(message(text, e), finding(text, e), e);
    }
  }

  private boolean isObject(String text) {
    return this == SET_JSON && GoStrings.trimSpace(text).startsWith("{");
  }

  private String message(String text, SetException e) {
    if (this != SET_JSON) {
      return "failed parsing " + flag + " data: " + e.getMessage();
    }
    return "failed parsing --set-json data" + (isObject(text) ? " JSON: " : " ") + text;
  }

  private Diagnostic finding(String text, SetException e) {
    Position place = new Position(flag, 1, e.offset() + 1);
    Diagnostic found =
        Diagnostic.of(Diagnostic.Kind.SET_FLAG, e.getMessage(), place).withPrivateSource(text, 0);
    return e.limit() == null ? found : e.limit().passed(found);
  }
}
