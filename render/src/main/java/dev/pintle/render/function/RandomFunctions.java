package dev.pintle.render.function;

import dev.pintle.template.Execution;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import java.util.Base64;
import java.util.List;

/** Sprig's random texts and numbers; all their randomness comes from the execution. */
final class RandomFunctions {

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PRINTABLE = printable();
  private static final int UUID_BYTES = 16;
  private static final int CHARS_BETWEEN_COUNTS = 4096;

  private RandomFunctions() {}

  static void register(Functions.Builder f) {
    List<GoType> count = List.of(GoType.INT);
    f.add("randAlphaNum", count, (execution, a) -> text(DIGITS + LETTERS, a, execution));
    f.add("randAlpha", count, (execution, a) -> text(LETTERS, a, execution));
    f.add("randNumeric", count, (execution, a) -> text(DIGITS, a, execution));
    f.add("randAscii", count, (execution, a) -> text(PRINTABLE, a, execution));
    f.add("randBytes", count, (execution, a) -> bytes(Arguments.number(a, 0), execution));
    f.add("randInt", List.of(GoType.INT, GoType.INT), (execution, a) -> number(a, execution));
    f.add("shuffle", List.of(GoType.STRING), (execution, a) -> shuffle((String) a[0], execution));
    f.add("uuidv4", List.of(), (execution, a) -> uuid(execution));
  }

  private static String printable() {
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      all.append(c);
    }
    return all.toString();
  }

  /** Of a negative count Sprig makes nothing, not an error. */
  private static String text(String alphabet, Object[] arguments, Execution execution) {
    long count = Math.max(0, Arguments.number(arguments, 0));
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

  private static String bytes(long count, Execution execution) {
    if (count < 0) {
      throw new FunctionException("runtime error: makeslice: len out of range");
    }
    execution.willBuild(count);
    byte[] bytes = new byte[(int) count];
    execution.random().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static GoInt number(Object[] arguments, Execution execution) {
    long least = Arguments.number(arguments, 0);
    long count = Arguments.number(arguments, 1) - least;
    if (count <= 0) {
      throw new FunctionException("invalid argument to Intn");
    }
    return GoInt.of(least + new RandomNumbers(execution.random()).below(count));
  }

  private static String shuffle(String text, Execution execution) {
    int[] runes =
        text.codePoints().map(rune -> isSurrogate(rune) ? Runes.REPLACEMENT : rune).toArray();
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
