package dev.pintle.render.function.crypto;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Passwords for sites that need not be kept, since they can be derived again from one master
 * password: the algorithm of the program Master Password, version 3, which Sprig offers.
 *
 * <p>A template says for each character of the password of which class it is; bytes of a keyed hash
 * choose the template and the characters.
 */
final class MasterPassword {

  private static final byte[] SCOPE =
      "com.lyndir.masterpassword".getBytes(StandardCharsets.US_ASCII);
  private static final int SCRYPT_N = 32768;
  private static final int SCRYPT_R = 8;
  private static final int SCRYPT_P = 2;
  private static final int KEY_LENGTH = 64;

  private static final Map<String, String[]> TEMPLATES =
      Map.of(
          "maximum", new String[] {"anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"},
          "long",
              TextParts.split(
                      "CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv"
                          + " CvccCvcvCvcvno CvcvnoCvccCvcv CvcvCvccnoCvcv CvcvCvccCvcvno"
                          + " CvcvnoCvcvCvcc CvcvCvcvnoCvcc CvcvCvcvCvccno CvccnoCvccCvcv"
                          + " CvccCvccnoCvcv CvccCvccCvcvno CvcvnoCvccCvcc CvcvCvccnoCvcc"
                          + " CvcvCvccCvccno CvccnoCvcvCvcc CvccCvcvnoCvcc CvccCvcvCvccno",
                      ' ')
                  .toArray(String[]::new),
          "medium", new String[] {"CvcnoCvc", "CvcCvcno"},
          "short", new String[] {"Cvcn"},
          "basic", new String[] {"aaanaaan", "aannaaan", "aaannaaa"},
          "pin", new String[] {"nnnn"});

  private static final Map<Character, String> CLASSES =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  private MasterPassword() {}

  /**
   * The password of a user for a site, or a text that says that there is no such type of password.
   *
   * @param counter another number gives another password; its lower 32 bits count
   */
  static String derive(long counter, String type, String master, String user, String site) {
    String[] templates = TEMPLATES.get(type);
    if (templates == null) {
      return "cannot find password template " + type;
    }
    byte[] salt = scoped(user, null);
    byte[] key =
        SCrypt.generate(GoStrings.toBytes(master), salt, SCRYPT_N, SCRYPT_R, SCRYPT_P, KEY_LENGTH);
    byte[] seed = hmac(key, scoped(site, (int) counter));
    String template = templates[(seed[0] & 0xFF) % templates.length];
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      String characters = CLASSES.get(template.charAt(i));
      password.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
    }
    return password.toString();
  }

  private static byte[] scoped(String name, Integer counter) {
    byte[] bytes = GoStrings.toBytes(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SCOPE);
    out.writeBytes(fourBytes(bytes.length));
    out.writeBytes(bytes);
    if (counter != null) {
      out.writeBytes(fourBytes(counter));
    }
    return out.toByteArray();
  }

  private static byte[] fourBytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(new KeyParameter(key));
    hmac.update(message, 0, message.length);
    byte[] out = new byte[hmac.getMacSize()];
    hmac.doFinal(out, 0);
    return out;
  }
}
