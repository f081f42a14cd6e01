package dev.pintle.render.crypto;

import dev.pintle.render.crypto.EcKey.Curve;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Reads private keys, in the forms and with the messages of Sprig and Go. Where Go says in detail
 * what is wrong with the encoding of a key, the message here only says that it is wrong.
 */
final class PrivateKeyReader {

  private static final String SUFFIX = " PRIVATE KEY";
  private static final int ED25519_LENGTH = 32;

  private PrivateKeyReader() {}

  static PrivateKey read(String text) throws CryptoException {
    Pem block = Pem.decode(text);
    if (block == null) {
      throw new CryptoException("no PEM data in input");
    }
    if (block.type().equals("PRIVATE KEY")) {
      return within("decoding PEM as PKCS#8: ", () -> pkcs8(block.bytes()));
    } else if (!block.type().endsWith(SUFFIX)) {
      throw new CryptoException("no private key data in PEM block of type " + block.type());
    }
    String kind = block.type().substring(0, block.type().length() - SUFFIX.length());
    return switch (kind) {
      case "RSA" -> within("parsing RSA private key from PEM: ", () -> rsa(block.bytes()));
      case "EC" -> within("parsing EC private key from PEM: ", () -> ec(null, block.bytes()));
      case "DSA" -> within("parsing DSA private key from PEM: ", () -> dsa(block.bytes()));
      default -> throw new CryptoException("invalid private key type " + block.type());
    };
  }

  /** Reads one form of key. */
  @FunctionalInterface
  private interface Reader {
    PrivateKey read() throws CryptoException;
  }

  private static PrivateKey within(String context, Reader reader) throws CryptoException {
    try {
      return reader.read();
    } catch (CryptoException e) {
      throw new CryptoException(context + e.getMessage());
    } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
      throw new CryptoException(context + "asn1: structure error: " + e.getMessage());
    }
  }

  /** The forms in which a key can be, told apart by what follows the version. */
  private enum Form {
    PKCS1("ParsePKCS1PrivateKey"),
    PKCS8("ParsePKCS8PrivateKey"),
    EC("ParseECPrivateKey");

    private final String goFunction;

    Form(String goFunction) {
      this.goFunction = goFunction;
    }

    static Form of(ASN1Sequence key) {
      ASN1Encodable second = key.size() > 1 ? key.getObjectAt(1) : null;
      if (second instanceof ASN1Sequence) {
        return PKCS8;
      }
      return second instanceof ASN1OctetString
          ? EC
          : second instanceof ASN1Integer && key.size() >= 9 ? PKCS1 : null;
    }
  }

  private static ASN1Sequence sequence(byte[] der, Form expected) throws CryptoException {
    ASN1Sequence key = ASN1Sequence.getInstance(der);
    Form form = Form.of(key);
    if (form != expected) {
      throw new CryptoException(
          form == null
              ? "asn1: structure error: tags don't match"
              : "x509: failed to parse private key (use "
                  + form.goFunction
                  + " instead for this key format)");
    }
    return key;
  }

  private static PrivateKey pkcs8(byte[] der) throws CryptoException {
    ASN1Sequence key = sequence(der, Form.PKCS8);
    ASN1Sequence algorithm = (ASN1Sequence) key.getObjectAt(1);
    ASN1ObjectIdentifier id = (ASN1ObjectIdentifier) algorithm.getObjectAt(0);
    byte[] inner = ((ASN1OctetString) key.getObjectAt(2)).getOctets();
    if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return within("x509: failed to parse RSA private key embedded in PKCS#8: ", () -> rsa(inner));
    } else if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      ASN1ObjectIdentifier curve =
          algorithm.size() > 1 && algorithm.getObjectAt(1) instanceof ASN1ObjectIdentifier named
              ? named
              : null;
      return within(
          "x509: failed to parse EC private key embedded in PKCS#8: ", () -> ec(curve, inner));
    } else if (id.equals(EdECObjectIdentifiers.id_Ed25519)) {
      byte[] seed = ASN1OctetString.getInstance(inner).getOctets();
      if (seed.length != ED25519_LENGTH) {
        throw new CryptoException("x509: invalid Ed25519 private key length: " + seed.length);
      }
      return new Ed25519Key(seed);
    } else if (id.equals(EdECObjectIdentifiers.id_X25519)) {
      return new ExchangeKey(der);
    }
    throw new CryptoException(
        "x509: PKCS#8 wrapping contained private key with unknown algorithm: " + id);
  }

  private static PrivateKey rsa(byte[] der) throws CryptoException {
    ASN1Sequence key = sequence(der, Form.PKCS1);
    if (integer(key, 0).compareTo(BigInteger.ONE) > 0) {
      throw new CryptoException("x509: unsupported private key version");
    }
    RsaKey read =
        new RsaKey(
            integer(key, 1), integer(key, 2), integer(key, 3), integer(key, 4), integer(key, 5));
    for (int i = 1; i <= 8; i++) {
      if (integer(key, i).signum() <= 0) {
        throw new CryptoException("x509: private key contains zero or negative value");
      }
    }
    if (!read.p().multiply(read.q()).equals(read.modulus())) {
      throw new CryptoException("crypto/rsa: p * q != n");
    }
    return read;
  }

  private static PrivateKey ec(ASN1ObjectIdentifier outerCurve, byte[] der) throws CryptoException {
    ASN1Sequence key = sequence(der, Form.EC);
    if (!integer(key, 0).equals(BigInteger.ONE)) {
      throw new CryptoException("x509: unknown EC private key version " + integer(key, 0));
    }
    ASN1ObjectIdentifier id = outerCurve;
    for (ASN1Encodable part : key) {
      if (id == null && part instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 0) {
        id = ASN1ObjectIdentifier.getInstance(tagged, true);
      }
    }
    Curve curve = id == null ? null : Curve.of(id);
    if (curve == null) {
      throw new CryptoException("x509: unknown elliptic curve");
    }
    byte[] scalar = ((ASN1OctetString) key.getObjectAt(1)).getOctets();
    int surplus = Math.max(0, scalar.length - curve.scalarLength());
    if (!Arrays.equals(scalar, 0, surplus, new byte[surplus], 0, surplus)) {
      throw new CryptoException("x509: invalid private key length");
    }
    BigInteger secret = new BigInteger(1, scalar);
    if (secret.signum() == 0 || secret.compareTo(curve.order()) >= 0) {
      throw new CryptoException("crypto/ecdsa: invalid private key");
    }
    return new EcKey(curve, secret);
  }

  private static PrivateKey dsa(byte[] der) {
    ASN1Sequence key = ASN1Sequence.getInstance(der);
    return new DsaKey(
        integer(key, 1), integer(key, 2), integer(key, 3), integer(key, 4), integer(key, 5));
  }

  private static BigInteger integer(ASN1Sequence sequence, int index) {
    return ((ASN1Integer) sequence.getObjectAt(index)).getValue();
  }
}
