package dev.pintle.render.function.crypto;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/** Sprig's checksums of texts: the SHA family as hexadecimal digits, Adler-32 as a decimal. */
public final class HashFunctions {

  private HashFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("sha1sum", STRING, text -> digest("SHA-1", text)),
        of("sha256sum", STRING, text -> digest("SHA-256", text)),
        of("sha512sum", STRING, text -> digest("SHA-512", text)),
        of("adler32sum", STRING, HashFunctions::adler32));
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(GoStrings.toBytes(text));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static String adler32(String text) {
    Adler32 sum = new Adler32();
    sum.update(GoStrings.toBytes(text));
    return Long.toString(sum.getValue());
  }
}
