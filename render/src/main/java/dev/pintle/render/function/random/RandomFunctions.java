package dev.pintle.render.function.random;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import dev.pintle.values.GoInt;
import java.util.Base64;
import java.util.List;

/** Sprig's random texts and numbers; all their randomness comes from the execution. */
public final class RandomFunctions {

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PRINTABLE = printable();
  private static final int REPLACEMENT = 0xFFFD;
  private static final int UUID_BYTES = 16;
  private static final int CHARS_BETWEEN_COUNTS = 4096;

  private RandomFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("randAlphaNum", INT, (x, count) -> text(x, DIGITS + LETTERS, count)).random(),
        of("randAlpha", INT, (x, count) -> text(x, LETTERS, count)).random(),
        of("randNumeric", INT, (x, count) -> text(x, DIGITS, count)).random(),
        of("randAscii", INT, (x, count) -> text(x, PRINTABLE, count)).random(),
        of("randBytes", INT, RandomFunctions::bytes).random(),
        of("randInt", INT, INT, RandomFunctions::number).random(),
        of("shuffle", STRING, RandomFunctions::shuffle).random(),
        of("uuidv4", RandomFunctions::uuid).random());
  }

  private static String printable() {
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      all.append(c);
    }
    return all.toString();
  }

  /** Of a negative count Sprig makes nothing, not an error. */
  private static String text(Execution execution, String alphabet, long wanted) {
    long count = Math.max(0, wanted);
    execution.willBuild(count);
    RandomNumbers random = new RandomNumbers(execution.random());
    StringBuilder text = new StringBuilder((int) count);
    for (int i = 0; i < count; i++) {
      if (i % CHARS_BETWEEN_COUNTS == CHARS_BETWEEN_COUNTS - 1) {
        execution.worked(CHARS_BETWEEN_COUNTS);
      }
      text.append(alphabet.charAt((int) random.below(alphabet.length())));
    }
    return text.toString();
  }

  private static String bytes(Execution execution, long count) {
    if (count < 0) {
      throw new FunctionException("runtime error: makeslice: len out of range");
    }
    execution.willBuild(count);
    byte[] bytes = new byte[(int) count];
    execution.random().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static GoInt number(Execution execution, long least, long end) {
    long count = end - least;
    if (count <= 0) {
      throw new FunctionException("invalid argument to Intn");
    }
    return GoInt.of(least + new RandomNumbers(execution.random()).below(count));
  }

  private static String shuffle(Execution execution, String text) {
    int[] runes = text.codePoints().map(rune -> isSurrogate(rune) ? REPLACEMENT : rune).toArray();
    RandomNumbers random = new RandomNumbers(execution.random());
    for (int i = runes.length - 1; i > 0; i--) {
      int other = (int) random.below(i + 1L);
      int rune = runes[i];
      runes[i] = runes[other];
      runes[other] = rune;
    }
    return new String(runes, 0, runes.length);
  }

  private static boolean isSurrogate(int rune) {
    return rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE;
  }

  private static String uuid(Execution execution) {
    byte[] bytes = new byte[UUID_BYTES];
    execution.random().nextBytes(bytes);
    bytes[6] = (byte) (bytes[6] & 0x0F | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
    StringBuilder text = new StringBuilder(java.util.HexFormat.of().formatHex(bytes));
    for (int dash : new int[] {20, 16, 12, 8}) {
      text.insert(dash, '-');
    }
    return text.toString();
  }
}
