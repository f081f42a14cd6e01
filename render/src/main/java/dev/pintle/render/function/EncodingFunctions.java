package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.values.GoStrings;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Sprig's Base64 and Base32. What cannot be decoded gives the text of the error, as a result. */
public final class EncodingFunctions {

  private EncodingFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    add(f, "b64enc", bytes -> Base64.getEncoder().encodeToString(bytes));
    add(f, "b64dec", bytes -> decode(Base64Text::decode, bytes));
    add(f, "b32enc", Base32Text::encode);
    add(f, "b32dec", bytes -> decode(Base32Text::decode, bytes));
  }

  private static void add(Functions.Builder f, String name, Function<byte[], String> operation) {
    f.add(name, List.of(STRING), (x, a) -> operation.apply(GoStrings.toBytes(text(a, 0))));
  }

  private static String decode(Function<byte[], byte[]> decoder, byte[] text) {
    try {
      return GoStrings.fromBytes(decoder.apply(text));
    } catch (FunctionException e) {
      return e.getMessage();
    }
  }
}
