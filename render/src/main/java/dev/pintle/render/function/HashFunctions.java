package dev.pintle.render.function;

import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/** Sprig's checksums of texts: the SHA family as hexadecimal digits, Adler-32 as a decimal. */
final class HashFunctions {

  private static final List<GoType> TEXT = List.of(GoType.STRING);

  private HashFunctions() {}

  static void register(Functions.Builder f) {
    f.add("sha1sum", TEXT, (execution, a) -> digest("SHA-1", (String) a[0]));
    f.add("sha256sum", TEXT, (execution, a) -> digest("SHA-256", (String) a[0]));
    f.add("sha512sum", TEXT, (execution, a) -> digest("SHA-512", (String) a[0]));
    f.add("adler32sum", TEXT, (execution, a) -> adler32((String) a[0]));
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
