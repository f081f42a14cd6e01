package dev.pintle.render.function;

import dev.pintle.render.crypto.CertificateTemplate;
import dev.pintle.render.crypto.Certificates;
import dev.pintle.render.crypto.CryptoException;
import dev.pintle.render.crypto.KeyGenerator;
import dev.pintle.render.crypto.PrivateKey;
import dev.pintle.render.format.GoFormat;
import dev.pintle.template.Execution;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Sprig's functions that make private keys and certificates. Keys of certificates are RSA of 2048
 * bits unless one is given; the time is that of the execution's clock.
 */
final class CertificateFunctions {

  private static final int STEPS_OF_A_KEY = 10_000;
  private static final int RSA_BITS = 2048;
  private static final int RSA_BITS_ALONE = 4096;

  private static final List<GoType> AUTHORITY = List.of(GoType.STRING, GoType.INT);
  private static final List<GoType> SELF_SIGNED =
      List.of(GoType.STRING, GoType.LIST, GoType.LIST, GoType.INT);
  private static final List<GoType> SIGNED =
      List.of(GoType.STRING, GoType.LIST, GoType.LIST, GoType.INT, GoType.CERTIFICATE);

  private CertificateFunctions() {}

  /** Makes a certificate for a key, or for a new one if it is null. */
  @FunctionalInterface
  private interface Maker {
    CertificateValue make(Object[] arguments, PrivateKey key, Execution execution)
        throws CryptoException;
  }

  static void register(Functions.Builder f) {
    f.add(
        "genPrivateKey",
        List.of(GoType.STRING),
        (execution, a) -> privateKey((String) a[0], execution));
    f.add(
        "buildCustomCert",
        List.of(GoType.STRING, GoType.STRING),
        (execution, a) -> custom((String) a[0], (String) a[1]));
    addPair(f, "genCA", AUTHORITY, CertificateFunctions::authority);
    addPair(f, "genSelfSignedCert", SELF_SIGNED, CertificateFunctions::selfSigned);
    addPair(f, "genSignedCert", SIGNED, CertificateFunctions::signed);
  }

  /** Each maker as it is, and with a key as its last argument. */
  private static void addPair(
      Functions.Builder f, String name, List<GoType> parameters, Maker maker) {
    f.add(name, parameters, (execution, a) -> make(maker, a, null, execution));
    List<GoType> withKey = new ArrayList<>(parameters);
    withKey.add(GoType.STRING);
    f.add(
        name + "WithKey",
        withKey,
        (execution, a) -> make(maker, a, (String) a[a.length - 1], execution));
  }

  private static CertificateValue make(
      Maker maker, Object[] arguments, String key, Execution execution) {
    PrivateKey parsed = null;
    try {
      parsed = key == null ? null : PrivateKey.parse(key);
    } catch (CryptoException e) {
      throw new FunctionException("parsing private key: " + e.getMessage());
    }
    try {
      return maker.make(arguments, parsed, execution);
    } catch (CryptoException e) {
      throw new FunctionException("error creating certificate: " + e.getMessage());
    }
  }

  /** A key can take seconds, so that the clock is looked at before each. */
  private static KeyGenerator keys(Execution execution) {
    execution.worked(STEPS_OF_A_KEY);
    return new KeyGenerator(execution.random());
  }

  private static String privateKey(String type, Execution execution) {
    KeyGenerator keys = keys(execution);
    return switch (type) {
      case "", "rsa" -> keys.rsa(RSA_BITS_ALONE).pem();
      case "dsa" -> keys.dsa().pem();
      case "ecdsa" -> keys.ecdsa().pem();
      case "ed25519" -> keys.ed25519().pem();
      default -> "Unknown type " + type;
    };
  }

  private static PrivateKey orNew(PrivateKey key, Execution execution) {
    return key != null ? key : keys(execution).rsa(RSA_BITS);
  }

  private static CertificateValue authority(Object[] a, PrivateKey given, Execution execution)
      throws CryptoException {
    CertificateTemplate template =
        template((String) a[0], null, null, Arguments.number(a, 1), execution).asAuthority();
    PrivateKey key = orNew(given, execution);
    return new CertificateValue(Certificates.selfSigned(template, key), key.pem());
  }

  private static CertificateValue selfSigned(Object[] a, PrivateKey given, Execution execution)
      throws CryptoException {
    CertificateTemplate template =
        template((String) a[0], a[1], a[2], Arguments.number(a, 3), execution);
    PrivateKey key = orNew(given, execution);
    return new CertificateValue(Certificates.selfSigned(template, key), key.pem());
  }

  private static CertificateValue signed(Object[] a, PrivateKey given, Execution execution)
      throws CryptoException {
    CertificateValue authority = (CertificateValue) a[4];
    Certificate certificate = certificate(authority.certificate(), "decodedSignerCert.Bytes");
    PrivateKey authorityKey = keyOf(authority.key());
    CertificateTemplate template =
        template((String) a[0], a[1], a[2], Arguments.number(a, 3), execution);
    PrivateKey key = orNew(given, execution);
    return new CertificateValue(
        Certificates.signed(template, key, certificate, authorityKey), key.pem());
  }

  private static CertificateTemplate template(
      String name, Object addresses, Object dnsNames, long days, Execution execution) {
    List<String> ips = strings(addresses, "error parsing ip");
    List<String> names = strings(dnsNames, "error processing alternate dns name");
    try {
      return CertificateTemplate.of(
          name, ips, names, days, execution.clock().instant(), execution.random());
    } catch (CryptoException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static List<String> strings(Object list, String failure) {
    List<String> strings = new ArrayList<>();
    if (list != null) {
      for (Object item : (List<?>) list) {
        if (!(item instanceof String text)) {
          throw new FunctionException(
              failure + ": " + GoFormat.sprintf("%v", item) + " is not a string");
        }
        strings.add(text);
      }
    }
    return strings;
  }

  private static CertificateValue custom(String certificateBase64, String keyBase64) {
    String certificate = decoded(certificateBase64, "certificate");
    String key = decoded(keyBase64, "private key");
    certificate(certificate, "decodedCert.Bytes");
    keyOf(key);
    return new CertificateValue(certificate, key);
  }

  private static String decoded(String base64, String what) {
    try {
      return GoStrings.fromBytes(Base64Text.decode(GoStrings.toBytes(base64)));
    } catch (FunctionException e) {
      throw new FunctionException("unable to decode base64 " + what);
    }
  }

  private static Certificate certificate(String pem, String what) {
    try {
      Certificate certificate = Certificates.parse(pem);
      if (certificate == null) {
        throw new FunctionException("unable to decode certificate");
      }
      return certificate;
    } catch (CryptoException e) {
      throw new FunctionException("error parsing certificate: " + what + ": " + e.getMessage());
    }
  }

  private static PrivateKey keyOf(String pem) {
    try {
      return PrivateKey.parse(pem);
    } catch (CryptoException e) {
      throw new FunctionException("error parsing private key: " + e.getMessage());
    }
  }
}
