package dev.pintle.render.function;

import dev.pintle.template.Execution;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Sprig's {@code bcrypt}, {@code htpasswd} and {@code derivePassword}. */
final class PasswordFunctions {

  private static final int BCRYPT_COST = 10;
  private static final int BCRYPT_MAX_BYTES = 72;
  private static final int SALT_BYTES = 16;

  /** These hashes are slow on purpose, so that the clock is looked at before each. */
  private static final int STEPS_OF_A_HASH = 10_000;

  private PasswordFunctions() {}

  static void register(Functions.Builder f) {
    f.add("bcrypt", List.of(GoType.STRING), (execution, a) -> bcrypt((String) a[0], execution));
    f.add(
        "htpasswd",
        List.of(GoType.STRING, GoType.STRING),
        (execution, a) -> htpasswd((String) a[0], (String) a[1], execution));
    f.add(
        "derivePassword",
        List.of(GoType.UINT32, GoType.STRING, GoType.STRING, GoType.STRING, GoType.STRING),
        (execution, a) -> {
          execution.worked(STEPS_OF_A_HASH);
          return MasterPassword.derive(
              Arguments.number(a, 0), (String) a[1], (String) a[2], (String) a[3], (String) a[4]);
        });
  }

  private static String bcrypt(String password, Execution execution) {
    byte[] bytes = GoStrings.toBytes(password);
    if (bytes.length > BCRYPT_MAX_BYTES) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    execution.worked(STEPS_OF_A_HASH);
    byte[] salt = new byte[SALT_BYTES];
    execution.random().nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, BCRYPT_COST);
  }

  private static String htpasswd(String user, String password, Execution execution) {
    return user.indexOf(':') >= 0
        ? "invalid username: " + user
        : user + ":" + bcrypt(password, execution);
  }
}
