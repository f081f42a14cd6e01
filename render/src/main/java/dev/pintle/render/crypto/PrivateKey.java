package dev.pintle.render.crypto;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key of one of the kinds that Sprig makes and reads. Immutable. */
public sealed interface PrivateKey permits RsaKey, DsaKey, EcKey, Ed25519Key, ExchangeKey {

  /** The key in the form that Sprig prints this kind of key in. */
  String pem();

  /**
   * The public key as a certificate holds it.
   *
   * @throws CryptoException if a certificate cannot hold this kind
   */
  SubjectPublicKeyInfo publicKey() throws CryptoException;

  /**
   * The algorithm that this key signs certificates with.
   *
   * @throws CryptoException if it cannot
   */
  AlgorithmIdentifier signatureAlgorithm() throws CryptoException;

  /** Signs with {@link #signatureAlgorithm()}. */
  byte[] sign(byte[] message) throws CryptoException;

  /**
   * Reads a key from its text.
   *
   * @throws CryptoException with the message that Sprig gives if it is none
   */
  static PrivateKey parse(String pem) throws CryptoException {
    return PrivateKeyReader.read(pem);
  }
}
