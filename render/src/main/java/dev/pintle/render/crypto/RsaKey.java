package dev.pintle.render.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/** An RSA key of two primes; signs with SHA-256 in PKCS #1 v1.5's form. */
record RsaKey(
    BigInteger modulus, BigInteger exponent, BigInteger secret, BigInteger p, BigInteger q)
    implements PrivateKey {

  /** What stands before the hash in a signature: the algorithm and the length, as DER. */
  private static final byte[] SHA256_PREFIX = {
    0x30,
    0x31,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x60,
    (byte) 0x86,
    0x48,
    0x01,
    0x65,
    0x03,
    0x04,
    0x02,
    0x01,
    0x05,
    0x00,
    0x04,
    0x20
  };

  private static final int HASH_LENGTH = 32;
  private static final int MINIMUM_BITS = 1024;

  /** The key of two primes. */
  static RsaKey of(BigInteger p, BigInteger q, BigInteger exponent) {
    BigInteger p1 = p.subtract(BigInteger.ONE);
    BigInteger q1 = q.subtract(BigInteger.ONE);
    BigInteger order = p1.divide(p1.gcd(q1)).multiply(q1);
    return new RsaKey(p.multiply(q), exponent, exponent.modInverse(order), p, q);
  }

  @Override
  public String pem() {
    RSAPrivateKey key =
        new RSAPrivateKey(
            modulus,
            exponent,
            secret,
            p,
            q,
            secret.mod(p.subtract(BigInteger.ONE)),
            secret.mod(q.subtract(BigInteger.ONE)),
            q.modInverse(p));
    return new Pem("RSA PRIVATE KEY", Der.encode(key)).encode();
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return Der.publicKey(algorithm, Der.encode(new RSAPublicKey(modulus, exponent)));
  }

  @Override
  public AlgorithmIdentifier signatureAlgorithm() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
  }

  @Override
  public byte[] sign(byte[] message) throws CryptoException {
    int length = (modulus.bitLength() + 7) / 8;
    if (modulus.bitLength() < MINIMUM_BITS) {
      throw new CryptoException(
          "crypto/rsa: "
              + modulus.bitLength()
              + "-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)");
    }
    byte[] padded = new byte[length];
    int hashAt = length - HASH_LENGTH;
    int prefixAt = hashAt - SHA256_PREFIX.length;
    padded[1] = 1;
    java.util.Arrays.fill(padded, 2, prefixAt - 1, (byte) 0xFF);
    System.arraycopy(SHA256_PREFIX, 0, padded, prefixAt, SHA256_PREFIX.length);
    System.arraycopy(sha256(message), 0, padded, hashAt, HASH_LENGTH);
    return BigIntegers.asUnsignedByteArray(length, power(new BigInteger(1, padded)));
  }

  /** Raises to the secret exponent, modulo each prime, which is four times as fast. */
  private BigInteger power(BigInteger base) {
    BigInteger byP = base.modPow(secret.mod(p.subtract(BigInteger.ONE)), p);
    BigInteger byQ = base.modPow(secret.mod(q.subtract(BigInteger.ONE)), q);
    return byP.subtract(byQ).multiply(q.modInverse(p)).mod(p).multiply(q).add(byQ);
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
