package dev.pintle.render.function.crypto;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.encoding.Base64Text;
import dev.pintle.template.Execution;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sprig's {@code encryptAES} and {@code decryptAES}: AES-256 in CBC mode, the initial vector first.
 * The key is the start of the password, filled up with zeros.
 */
public final class CipherFunctions {

  private static final int KEY_LENGTH = 32;
  private static final int BLOCK = 16;

  private CipherFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("encryptAES", STRING, STRING, CipherFunctions::encrypt).random(),
        of("decryptAES", STRING, STRING, CipherFunctions::decrypt));
  }

  private static String encrypt(Execution execution, String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] plain = GoStrings.toBytes(text);
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    byte[] vector = new byte[BLOCK];
    execution.random().nextBytes(vector);
    byte[] secret = apply(Cipher.ENCRYPT_MODE, password, vector, padded, 0);
    byte[] out = Arrays.copyOf(vector, BLOCK + secret.length);
    System.arraycopy(secret, 0, out, BLOCK, secret.length);
    return Base64.getEncoder().encodeToString(out);
  }

  private static String decrypt(String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] base64 = GoStrings.toBytes(text);
    byte[] bytes = Base64Text.decode(base64);
    int capacity = base64.length / 4 * 3;
    if (capacity < BLOCK) {
      throw new FunctionException(
          "runtime error: slice bounds out of range [:16] with capacity " + capacity);
    } else if (bytes.length < BLOCK) {
      throw new FunctionException(
          "runtime error: slice bounds out of range [16:" + bytes.length + "]");
    } else if (bytes.length % BLOCK != 0) {
      throw new FunctionException("crypto/cipher: input not full blocks");
    } else if (bytes.length == BLOCK) {
      throw new FunctionException("runtime error: index out of range [-1]");
    }
    byte[] plain = apply(Cipher.DECRYPT_MODE, password, Arrays.copyOf(bytes, BLOCK), bytes, BLOCK);
    int length = plain.length - (plain[plain.length - 1] & 0xFF);
    if (length < 0) {
      throw new FunctionException("runtime error: slice bounds out of range [:" + length + "]");
    }
    return GoStrings.fromBytes(plain, 0, length);
  }

  /** Whole blocks in, as many out. */
  private static byte[] apply(int mode, String password, byte[] vector, byte[] in, int from) {
    byte[] key = Arrays.copyOf(GoStrings.toBytes(password), KEY_LENGTH);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(in, from, in.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }
}
