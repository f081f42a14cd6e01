package dev.pintle.render.crypto;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An X25519 key, which agrees on secrets but neither signs nor is certified. */
record ExchangeKey(byte[] encoded) implements PrivateKey {

  @Override
  public String pem() {
    return new Pem("PRIVATE KEY", encoded).encode();
  }

  @Override
  public SubjectPublicKeyInfo publicKey() throws CryptoException {
    throw new CryptoException("x509: unsupported public key type: *ecdh.PublicKey");
  }

  @Override
  public AlgorithmIdentifier signatureAlgorithm() throws CryptoException {
    throw new CryptoException("x509: certificate private key does not implement crypto.Signer");
  }

  @Override
  public byte[] sign(byte[] message) throws CryptoException {
    throw new CryptoException("x509: certificate private key does not implement crypto.Signer");
  }
}
