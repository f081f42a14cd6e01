package dev.pintle.render.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * A key on one of the NIST curves. It signs as RFC 6979 has it, without random numbers, so that
 * signatures need no seed to be the same again.
 */
record EcKey(Curve curve, BigInteger secret) implements PrivateKey {

  /** A curve and the hash that Go signs certificates with on it. */
  enum Curve {
    P224(SECObjectIdentifiers.secp224r1, X9ObjectIdentifiers.ecdsa_with_SHA256),
    P256(SECObjectIdentifiers.secp256r1, X9ObjectIdentifiers.ecdsa_with_SHA256),
    P384(SECObjectIdentifiers.secp384r1, X9ObjectIdentifiers.ecdsa_with_SHA384),
    P521(SECObjectIdentifiers.secp521r1, X9ObjectIdentifiers.ecdsa_with_SHA512);

    private final ASN1ObjectIdentifier id;
    private final ASN1ObjectIdentifier signature;

    Curve(ASN1ObjectIdentifier id, ASN1ObjectIdentifier signature) {
      this.id = id;
      this.signature = signature;
    }

    /** The curve of that identifier, null if it is none of these. */
    static Curve of(ASN1ObjectIdentifier id) {
      for (Curve curve : values()) {
        if (curve.id.equals(id)) {
          return curve;
        }
      }
      return null;
    }

    X9ECParameters parameters() {
      return CustomNamedCurves.getByOID(id);
    }

    BigInteger order() {
      return parameters().getN();
    }

    int scalarLength() {
      return (order().bitLength() + 7) / 8;
    }

    Digest digest() {
      return switch (this) {
        case P224, P256 -> new SHA256Digest();
        case P384 -> new SHA384Digest();
        case P521 -> new SHA512Digest();
      };
    }
  }

  @Override
  public String pem() {
    DERSequence key =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(1),
              new DEROctetString(BigIntegers.asUnsignedByteArray(curve.scalarLength(), secret)),
              new DERTaggedObject(true, 0, curve.id),
              new DERTaggedObject(true, 1, new DERBitString(point()))
            });
    return new Pem("EC PRIVATE KEY", Der.encode(key)).encode();
  }

  private byte[] point() {
    return new FixedPointCombMultiplier()
        .multiply(curve.parameters().getG(), secret)
        .normalize()
        .getEncoded(false);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return Der.publicKey(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.id), point());
  }

  @Override
  public AlgorithmIdentifier signatureAlgorithm() {
    return new AlgorithmIdentifier(curve.signature);
  }

  @Override
  public byte[] sign(byte[] message) {
    Digest digest = curve.digest();
    digest.update(message, 0, message.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(curve.digest()));
    signer.init(
        true, new ECPrivateKeyParameters(secret, new ECDomainParameters(curve.parameters())));
    BigInteger[] signature = signer.generateSignature(hash);
    return Der.encode(
        new DERSequence(
            new ASN1Encodable[] {new ASN1Integer(signature[0]), new ASN1Integer(signature[1])}));
  }
}
