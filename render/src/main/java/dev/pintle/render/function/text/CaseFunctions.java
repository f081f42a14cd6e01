package dev.pintle.render.function.text;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import java.util.List;
import java.util.Locale;

/** Sprig's functions on upper and lower case. */
public final class CaseFunctions {

  private CaseFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("upper", STRING, CaseFunctions::upper),
        of("lower", STRING, CaseFunctions::lower),
        of("title", STRING, CaseFunctions::title),
        of("untitle", STRING, CaseFunctions::untitle),
        of("swapcase", STRING, CaseFunctions::swapCase),
        of("camelcase", STRING, WordCase::toPascal),
        of("snakecase", STRING, text -> WordCase.toDelimited(text, '_')),
        of("kebabcase", STRING, text -> WordCase.toDelimited(text, '-')));
  }

  private static String upper(String text) {
    return GoStrings.isAscii(text)
        ? text.toUpperCase(Locale.ROOT)
        : Runes.map(text, Runes::toUpper);
  }

  private static String lower(String text) {
    return GoStrings.isAscii(text)
        ? text.toLowerCase(Locale.ROOT)
        : Runes.map(text, Runes::toLower);
  }

  private static String title(String text) {
    int[] previous = {' '};
    return Runes.map(
        text,
        rune -> {
          boolean first = separatesWords(previous[0]);
          previous[0] = rune;
          return first ? Runes.toTitle(rune) : rune;
        });
  }

  /** Go's idea of it: all ASCII but letters, digits and underscores; of the rest, space only. */
  private static boolean separatesWords(int rune) {
    if (rune <= 0x7F) {
      return !(Character.isLetterOrDigit(rune) || rune == '_');
    }
    return !Character.isLetterOrDigit(rune) && Runes.isSpace(rune);
  }

  private static String untitle(String text) {
    boolean[] atStart = {true};
    return Runes.map(
        text,
        rune -> {
          boolean first = atStart[0];
          atStart[0] = Runes.isSpace(rune);
          return first && !atStart[0] ? Runes.toLower(rune) : rune;
        });
  }

  /** A small letter at the start of a word becomes a title letter. */
  private static String swapCase(String text) {
    boolean[] afterSpace = {true};
    return Runes.map(
        text,
        rune -> {
          boolean first = afterSpace[0];
          if (Runes.isUpper(rune) || Runes.isTitle(rune)) {
            afterSpace[0] = false;
            return Runes.toLower(rune);
          }
          if (Runes.isLower(rune)) {
            afterSpace[0] = false;
            return first ? Runes.toTitle(rune) : Runes.toUpper(rune);
          }
          afterSpace[0] = Runes.isSpace(rune);
          return rune;
        });
  }
}
