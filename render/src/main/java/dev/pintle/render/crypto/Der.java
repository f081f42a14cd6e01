package dev.pintle.render.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** ASN.1 in its distinguished encoding. */
final class Der {

  private Der() {}

  static byte[] encode(ASN1Encodable object) {
    try {
      return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("an encoder that writes to memory", e);
    }
  }

  static SubjectPublicKeyInfo publicKey(AlgorithmIdentifier algorithm, byte[] key) {
    return new SubjectPublicKeyInfo(algorithm, key);
  }
}
