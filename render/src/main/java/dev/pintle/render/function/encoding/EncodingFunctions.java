package dev.pintle.render.function.encoding;

import static dev.pintle.render.function.Function.of;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoType;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sprig's Base64 and Base32. What cannot be decoded gives the text of the error, as a result. */
public final class EncodingFunctions {

  /** A text as its bytes. */
  private static final Param<byte[]> BYTES =
      Param.of(GoType.STRING, byte[].class, text -> GoStrings.toBytes((String) text));

  private EncodingFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("b64enc", BYTES, bytes -> Base64.getEncoder().encodeToString(bytes)),
        of("b64dec", BYTES, bytes -> decode(Base64Text::decode, bytes)),
        of("b32enc", BYTES, Base32Text::encode),
        of("b32dec", BYTES, bytes -> decode(Base32Text::decode, bytes)));
  }

  private static String decode(UnaryOperator<byte[]> decoder, byte[] text) {
    try {
      return GoStrings.fromBytes(decoder.apply(text));
    } catch (FunctionException e) {
      return e.getMessage();
    }
  }
}
