package dev.pintle.render.crypto;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;

/**
 * Signs certificates that are, but for their keys, byte for byte what Go's {@code
 * x509.CreateCertificate} makes of Sprig's templates.
 */
public final class Certificates {

  private static final int KEY_ID_LENGTH = 20;
  private static final int LAST_YEAR = 9999;

  private Certificates() {}

  /** Who signs: their name, the identifier of their key or null, and the key. */
  private record Issuer(ASN1Sequence name, byte[] keyId, PrivateKey key) {}

  /**
   * A certificate signed with its own key, as PEM.
   *
   * @throws CryptoException with Go's message, the key cannot sign or the template cannot be
   *     written
   */
  public static String selfSigned(CertificateTemplate template, PrivateKey key)
      throws CryptoException {
    return sign(template, key, new Issuer(name(template.commonName()), null, key));
  }

  /**
   * A certificate signed by an authority, as PEM.
   *
   * @param authority the authority's certificate as PEM
   * @throws CryptoException with Sprig's message, besides if the authority's certificate or key is
   *     none, or if they do not belong together
   */
  public static String signed(
      CertificateTemplate template, PrivateKey key, Certificate authority, PrivateKey authorityKey)
      throws CryptoException {
    byte[] keyId = null;
    if (authority.getTBSCertificate().getExtensions() != null) {
      Extension extension =
          authority
              .getTBSCertificate()
              .getExtensions()
              .getExtension(Extension.subjectKeyIdentifier);
      keyId =
          extension == null
              ? null
              : ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
    }
    ASN1Sequence issuer = (ASN1Sequence) authority.getSubject().toASN1Primitive();
    authorityKey.signatureAlgorithm();
    key.publicKey();
    if (!Arrays.equals(
        Der.encode(authority.getSubjectPublicKeyInfo()), Der.encode(authorityKey.publicKey()))) {
      throw new CryptoException("x509: provided PrivateKey doesn't match parent's PublicKey");
    }
    return sign(template, key, new Issuer(issuer, keyId, authorityKey));
  }

  /**
   * Reads a certificate.
   *
   * @return null if the text has no PEM block at all
   * @throws CryptoException if the block is no certificate
   */
  public static Certificate parse(String pem) throws CryptoException {
    Pem block = Pem.decode(pem);
    if (block == null) {
      return null;
    }
    String part = "certificate";
    try {
      ASN1Sequence outer = ASN1Sequence.getInstance(block.bytes());
      part = "tbs certificate";
      ASN1Sequence.getInstance(outer.getObjectAt(0));
      return Certificate.getInstance(outer);
    } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
      throw new CryptoException("x509: malformed " + part);
    }
  }

  private static String sign(CertificateTemplate template, PrivateKey key, Issuer issuer)
      throws CryptoException {
    ASN1EncodableVector body = new ASN1EncodableVector();
    ASN1Sequence subject = name(template.commonName());
    body.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
    body.add(new ASN1Integer(template.serial()));
    body.add(issuer.key.signatureAlgorithm());
    body.add(issuer.name);
    body.add(new DERSequence(new Time[] {time(template.notBefore()), time(template.notAfter())}));
    body.add(subject);
    body.add(key.publicKey());
    body.add(new DERTaggedObject(true, 3, extensions(template, key, subject, issuer)));
    DERSequence toSign = new DERSequence(body);

    ASN1EncodableVector certificate = new ASN1EncodableVector();
    certificate.add(toSign);
    certificate.add(issuer.key.signatureAlgorithm());
    certificate.add(new DERBitString(issuer.key.sign(Der.encode(toSign))));
    return new Pem("CERTIFICATE", Der.encode(new DERSequence(certificate))).encode();
  }

  private static ASN1Sequence name(String commonName) throws CryptoException {
    if (commonName.isEmpty()) {
      return new DERSequence();
    }
    ASN1EncodableVector attribute = new ASN1EncodableVector();
    attribute.add(BCStyle.CN);
    attribute.add(
        isPrintable(commonName)
            ? new DERPrintableString(commonName)
            : new DERUTF8String(checkedUtf8(commonName)));
    return new DERSequence(new DERSet(new DERSequence(attribute)));
  }

  /** The characters of ASN.1's PrintableString. */
  private static boolean isPrintable(String text) {
    return text.chars()
        .allMatch(
            c -> c < 0x80 && (Character.isLetterOrDigit(c) || " '()+,-./:=?".indexOf(c) >= 0));
  }

  private static String checkedUtf8(String text) throws CryptoException {
    for (int i = 0; i < text.length(); i++) {
      if (GoStrings.isEscape(text, i)) {
        throw new CryptoException("asn1: string not valid UTF-8");
      }
    }
    return text;
  }

  private static Time time(java.time.Instant instant) throws CryptoException {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > LAST_YEAR) {
      throw new CryptoException("asn1: structure error: cannot represent time as GeneralizedTime");
    }
    return new Time(Date.from(instant), Locale.ROOT);
  }

  private static DERSequence extensions(
      CertificateTemplate template, PrivateKey key, ASN1Sequence subject, Issuer issuer)
      throws CryptoException {
    ASN1EncodableVector extensions = new ASN1EncodableVector();
    int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    int signing = template.authority() ? KeyUsage.keyCertSign : 0;
    add(extensions, Extension.keyUsage, true, Der.encode(new KeyUsage(usage | signing)));
    ExtendedKeyUsage purposes =
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});
    add(extensions, Extension.extendedKeyUsage, false, Der.encode(purposes));
    add(
        extensions,
        Extension.basicConstraints,
        true,
        Der.encode(new BasicConstraints(template.authority())));
    if (template.authority()) {
      byte[] id = Der.encode(new DEROctetString(keyId(key)));
      add(extensions, Extension.subjectKeyIdentifier, false, id);
    }
    if (issuer.keyId != null && !subject.equals(issuer.name)) {
      byte[] id = Der.encode(new AuthorityKeyIdentifier(issuer.keyId));
      add(extensions, Extension.authorityKeyIdentifier, false, id);
    }
    ASN1EncodableVector names = alternativeNames(template);
    if (names.size() > 0) {
      byte[] encoded = Der.encode(new DERSequence(names));
      add(extensions, Extension.subjectAlternativeName, subject.size() == 0, encoded);
    }
    return new DERSequence(extensions);
  }

  private static void add(
      ASN1EncodableVector extensions, ASN1ObjectIdentifier id, boolean critical, byte[] value) {
    extensions.add(new Extension(id, critical, value));
  }

  private static ASN1EncodableVector alternativeNames(CertificateTemplate template)
      throws CryptoException {
    ASN1EncodableVector names = new ASN1EncodableVector();
    for (String name : template.dnsNames()) {
      if (!GoStrings.isAscii(name)) {
        throw new CryptoException(
            "x509: " + GoQuotes.quote(name) + " cannot be encoded as an IA5String");
      }
      names.add(new GeneralName(GeneralName.dNSName, name));
    }
    for (byte[] address : template.addresses()) {
      names.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(address)));
    }
    return names;
  }

  /** The start of the public key's hash, as RFC 7093 has it and Go since its version 1.25. */
  private static byte[] keyId(PrivateKey key) throws CryptoException {
    try {
      byte[] bits = key.publicKey().getPublicKeyData().getOctets();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bits);
      return Arrays.copyOf(hash, KEY_ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
