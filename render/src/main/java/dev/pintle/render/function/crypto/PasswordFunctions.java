package dev.pintle.render.function.crypto;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.render.function.Param.UINT32;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.function.Function;
import dev.pintle.template.Execution;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Sprig's {@code bcrypt}, {@code htpasswd} and {@code derivePassword}. */
public final class PasswordFunctions {

  private static final int BCRYPT_COST = 10;
  private static final int BCRYPT_MAX_BYTES = 72;
  private static final int SALT_BYTES = 16;

  /** These hashes are slow on purpose, so that the clock is looked at before each. */
  private static final int STEPS_OF_A_HASH = 10_000;

  private PasswordFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return Stream.of(
            of("bcrypt", STRING, PasswordFunctions::bcrypt).random(),
            of("htpasswd", STRING, STRING, PasswordFunctions::htpasswd).random(),
            of("derivePassword", UINT32, STRING, STRING, STRING, STRING, PasswordFunctions::derive))
        .map(function -> function.needing(BouncyCastle.LIBRARY))
        .toList();
  }

  private static String bcrypt(Execution execution, String password) {
    byte[] bytes = GoStrings.toBytes(password);
    if (bytes.length > BCRYPT_MAX_BYTES) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    execution.worked(STEPS_OF_A_HASH);
    byte[] salt = new byte[SALT_BYTES];
    execution.random().nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, BCRYPT_COST);
  }

  private static String derive(
      Execution execution, long counter, String kind, String password, String user, String site) {
    execution.worked(STEPS_OF_A_HASH);
    return MasterPassword.derive(counter, kind, password, user, site);
  }

  private static String htpasswd(Execution execution, String user, String password) {
    return user.indexOf(':') >= 0
        ? "invalid username: " + user
        : user + ":" + bcrypt(execution, password);
  }
}
