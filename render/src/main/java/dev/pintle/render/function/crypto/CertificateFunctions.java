package dev.pintle.render.function.crypto;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.LIST;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.render.function.crypto.CertificateValue.CERTIFICATE;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.render.crypto.CertificateTemplate;
import dev.pintle.render.crypto.Certificates;
import dev.pintle.render.crypto.CryptoException;
import dev.pintle.render.crypto.KeyGenerator;
import dev.pintle.render.crypto.PrivateKey;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.encoding.Base64Text;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Sprig's functions that make private keys and certificates. Keys of certificates are RSA of 2048
 * bits unless one is given; the time is that of the execution's clock.
 */
public final class CertificateFunctions {

  private static final int STEPS_OF_A_KEY = 10_000;
  private static final int RSA_BITS = 2048;
  private static final int RSA_BITS_ALONE = 4096;

  private CertificateFunctions() {}

  /** Makes a certificate, or fails to. */
  @FunctionalInterface
  private interface Maker {
    CertificateValue make() throws CryptoException;
  }

  /** The functions. */
  public static List<Function> all() {
    return Stream.of(
            of("genPrivateKey", STRING, CertificateFunctions::privateKey).random(),
            of("buildCustomCert", STRING, STRING, CertificateFunctions::custom),
            of("genCA", STRING, INT, (x, name, days) -> authority(x, name, days, newKey(x)))
                .random(),
            of(
                    "genCAWithKey",
                    STRING,
                    INT,
                    STRING,
                    (x, name, days, key) -> authority(x, name, days, given(key)))
                .random(),
            of(
                    "genSelfSignedCert",
                    STRING,
                    LIST,
                    LIST,
                    INT,
                    (x, name, ips, dns, days) -> selfSigned(x, name, ips, dns, days, newKey(x)))
                .random(),
            of(
                    "genSelfSignedCertWithKey",
                    STRING,
                    LIST,
                    LIST,
                    INT,
                    STRING,
                    (x, name, ips, dns, days, key) ->
                        selfSigned(x, name, ips, dns, days, given(key)))
                .random(),
            of(
                    "genSignedCert",
                    STRING,
                    LIST,
                    LIST,
                    INT,
                    CERTIFICATE,
                    (x, name, ips, dns, days, ca) -> signed(x, name, ips, dns, days, ca, newKey(x)))
                .random(),
            of(
                    "genSignedCertWithKey",
                    STRING,
                    LIST,
                    LIST,
                    INT,
                    CERTIFICATE,
                    STRING,
                    (x, name, ips, dns, days, ca, key) ->
                        signed(x, name, ips, dns, days, ca, given(key)))
                .random())
        .map(function -> function.needing(BouncyCastle.LIBRARY))
        .toList();
  }

  private static CertificateValue made(Maker maker) {
    try {
      return maker.make();
    } catch (CryptoException e) {
      throw new FunctionException("error creating certificate: " + e.getMessage());
    }
  }

  /** A key that the template gives. */
  private static Supplier<PrivateKey> given(String pem) {
    try {
      PrivateKey key = PrivateKey.parse(pem);
      return () -> key;
    } catch (CryptoException e) {
      throw new FunctionException("parsing private key: " + e.getMessage());
    }
  }

  /** A key that is made once all else is known to be right. */
  private static Supplier<PrivateKey> newKey(Execution execution) {
    return () -> keys(execution).rsa(RSA_BITS);
  }

  /** A key can take seconds, so that the clock is looked at before each. */
  private static KeyGenerator keys(Execution execution) {
    execution.worked(STEPS_OF_A_KEY);
    return new KeyGenerator(execution.random());
  }

  private static String privateKey(Execution execution, String type) {
    KeyGenerator keys = keys(execution);
    return switch (type) {
      case "", "rsa" -> keys.rsa(RSA_BITS_ALONE).pem();
      case "dsa" -> keys.dsa().pem();
      case "ecdsa" -> keys.ecdsa().pem();
      case "ed25519" -> keys.ed25519().pem();
      default -> "Unknown type " + type;
    };
  }

  private static CertificateValue authority(
      Execution execution, String name, long days, Supplier<PrivateKey> keys) {
    return made(
        () -> {
          CertificateTemplate template = template(name, null, null, days, execution).asAuthority();
          PrivateKey key = keys.get();
          return new CertificateValue(Certificates.selfSigned(template, key), key.pem());
        });
  }

  private static CertificateValue selfSigned(
      Execution execution,
      String name,
      Sequence ips,
      Sequence dnsNames,
      long days,
      Supplier<PrivateKey> keys) {
    return made(
        () -> {
          CertificateTemplate template = template(name, ips, dnsNames, days, execution);
          PrivateKey key = keys.get();
          return new CertificateValue(Certificates.selfSigned(template, key), key.pem());
        });
  }

  private static CertificateValue signed(
      Execution execution,
      String name,
      Sequence ips,
      Sequence dnsNames,
      long days,
      CertificateValue authority,
      Supplier<PrivateKey> keys) {
    return made(
        () -> {
          Certificate signer = certificate(authority.certificate(), "decodedSignerCert.Bytes");
          PrivateKey signersKey = keyOf(authority.key());
          CertificateTemplate template = template(name, ips, dnsNames, days, execution);
          PrivateKey key = keys.get();
          return new CertificateValue(
              Certificates.signed(template, key, signer, signersKey), key.pem());
        });
  }

  private static CertificateTemplate template(
      String name, Sequence addresses, Sequence dnsNames, long days, Execution execution) {
    List<String> ips = strings(addresses, "error parsing ip");
    List<String> names = strings(dnsNames, "error processing alternate dns name");
    try {
      return CertificateTemplate.of(
          name, ips, names, days, execution.clock().instant(), execution.random());
    } catch (CryptoException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private static List<String> strings(Sequence list, String failure) {
    List<String> strings = new ArrayList<>();
    if (list != null) {
      for (Object item : list) {
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
