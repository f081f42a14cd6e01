package dev.pintle.render.crypto;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key, given by the 32 bytes that it grows from. */
record Ed25519Key(byte[] seed) implements PrivateKey {

  private static final AlgorithmIdentifier ALGORITHM =
      new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

  @Override
  public String pem() {
    DERSequence key =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(0),
              ALGORITHM,
              new DEROctetString(Der.encode(new DEROctetString(seed)))
            });
    return new Pem("PRIVATE KEY", Der.encode(key)).encode();
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return Der.publicKey(
        ALGORITHM, new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
  }

  @Override
  public AlgorithmIdentifier signatureAlgorithm() {
    return ALGORITHM;
  }

  @Override
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(seed));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }
}
