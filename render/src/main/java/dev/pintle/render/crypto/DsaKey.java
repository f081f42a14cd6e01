package dev.pintle.render.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A DSA key: Go still makes them, but signs nothing with them. */
record DsaKey(BigInteger p, BigInteger q, BigInteger g, BigInteger y, BigInteger x)
    implements PrivateKey {

  @Override
  public String pem() {
    DERSequence key =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(0),
              new ASN1Integer(p),
              new ASN1Integer(q),
              new ASN1Integer(g),
              new ASN1Integer(y),
              new ASN1Integer(x)
            });
    return new Pem("DSA PRIVATE KEY", Der.encode(key)).encode();
  }

  @Override
  public SubjectPublicKeyInfo publicKey() throws CryptoException {
    throw new CryptoException("x509: unsupported public key type: *dsa.PublicKey");
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
