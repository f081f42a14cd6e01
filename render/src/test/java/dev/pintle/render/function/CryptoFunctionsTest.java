package dev.pintle.render.function;

import static dev.pintle.render.function.Param.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.limit.Limits;
import dev.pintle.render.function.crypto.CertificateValue;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoFunctionsTest {

  private final FunctionTable table =
      new FunctionTable(
          StandardFunctions.all()
              .with(
                  Function.of("key", STRING, CryptoFunctionsTest::key),
                  Function.of("keyAs", STRING, STRING, CryptoFunctionsTest::keyAs)));

  private static String key(String name) {
    return FunctionTable.text("keys/" + name + ".pem");
  }

  /** The key with another word for what it is. */
  private static String keyAs(String name, String type) {
    return key(name).replaceAll("(-----(BEGIN|END)) [A-Z ]+-----", "$1 " + type + "-----");
  }

  @TestFactory
  Stream<DynamicTest> doAsInGo() {
    return table.read("crypto.txt");
  }

  /** With the serial number and the time of Helm's certificate, ours is the same. */
  @TestFactory
  Stream<DynamicTest> makeHelmsCertificates() {
    return Stream.of(FunctionTable.text("certificates.txt").split("\n(?=gen)"))
        .skip(1)
        .map(
            entry -> {
              int lineEnd = entry.indexOf('\n');
              return DynamicTest.dynamicTest(
                  entry.substring(0, lineEnd),
                  () -> compare(entry.substring(0, lineEnd), entry.substring(lineEnd + 1)));
            });
  }

  private void compare(String call, String helms) throws Exception {
    int keyAt = helms.indexOf("-----BEGIN", 1);
    X509CertificateHolder expected = holder(helms.substring(0, keyAt));
    byte[] serial = expected.getSerialNumber().toByteArray();
    RandomSource random =
        bytes -> {
          // Java writes a sign, and no zeros in front.
          for (int i = 1; i <= Math.min(bytes.length, serial.length); i++) {
            bytes[bytes.length - i] = serial[serial.length - i];
          }
        };
    CertificateValue made =
        (CertificateValue)
            table.evaluate(call, execution(random, expected.getNotBefore().toInstant()));

    X509CertificateHolder actual = holder(made.certificate());
    assertThat(actual.toASN1Structure().getTBSCertificate().getEncoded())
        .isEqualTo(expected.toASN1Structure().getTBSCertificate().getEncoded());
    boolean randomSignature =
        expected.getSignatureAlgorithm().getParameters() == null
            && !expected.getSignatureAlgorithm().getAlgorithm().getId().equals("1.3.101.112");
    if (!randomSignature) {
      assertThat(made.certificate()).isEqualTo(helms.substring(0, keyAt));
    }
    if (actual.getIssuer().equals(actual.getSubject()) && !call.contains("Signed")) {
      assertThat(actual.isSignatureValid(verifierOf(actual))).isTrue();
    }
    assertThat(made.key()).isEqualTo(helms.substring(keyAt).stripTrailing() + "\n");
  }

  private static org.bouncycastle.operator.ContentVerifierProvider verifierOf(
      X509CertificateHolder certificate) throws Exception {
    return new JcaContentVerifierProviderBuilder()
        .setProvider(new BouncyCastleProvider())
        .build(certificate);
  }

  private static X509CertificateHolder holder(String pem) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return (X509CertificateHolder) parser.readObject();
    }
  }

  private static Execution execution(RandomSource random, Instant now) {
    return new Execution(
        Limits.defaults(),
        InstantSource.fixed(now),
        ZoneOffset.UTC,
        random,
        ClusterReader.none(),
        false);
  }

  private Object evaluate(String call) {
    return table.evaluate(call, FunctionTable.execution("UTC"));
  }

  @Test
  void signACertificateThatTheJdkTrusts() throws Exception {
    CertificateValue authority = (CertificateValue) evaluate("genCA \"ca\" 365");
    CertificateValue host =
        (CertificateValue)
            evaluate(
                "genSignedCert \"host\" (list \"10.0.0.1\") (list \"a.b\") 30 (genCA \"ca\" 365)");
    X509Certificate signer = x509(authority.certificate());
    X509Certificate signed = x509(host.certificate());

    signer.verify(signer.getPublicKey());
    signed.verify(signer.getPublicKey());
    assertThat(signer.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(signed.getBasicConstraints()).isEqualTo(-1);
    assertThat(signed.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "a.b"), List.of(7, "10.0.0.1"));
    assertThat(signed.getNotBefore().toInstant()).isEqualTo("2024-02-29T12:34:56Z");
    assertThat(signed.getNotAfter().toInstant()).isEqualTo("2024-03-30T12:34:56Z");
    assertKeyFits(privateKey(host.key()), signed.getPublicKey(), "SHA256withRSA");
  }

  private static void assertKeyFits(PrivateKey secret, PublicKey key, String algorithm)
      throws Exception {
    BouncyCastleProvider provider = new BouncyCastleProvider();
    Signature signature = Signature.getInstance(algorithm, provider);
    signature.initSign(secret);
    signature.update(new byte[] {1, 2, 3});
    byte[] signed = signature.sign();
    signature.initVerify(key);
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(signed)).isTrue();
  }

  private static X509Certificate x509(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey privateKey(String pem) throws Exception {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object key = parser.readObject();
      JcaPEMKeyConverter converter =
          new JcaPEMKeyConverter().setProvider(new BouncyCastleProvider());
      return key instanceof PEMKeyPair pair
          ? converter.getKeyPair(pair).getPrivate()
          : converter.getPrivateKey((PrivateKeyInfo) key);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rsa,     -----BEGIN RSA PRIVATE KEY-----, RSA",
    "'',      -----BEGIN RSA PRIVATE KEY-----, RSA",
    "dsa,     -----BEGIN DSA PRIVATE KEY-----, DSA",
    "ecdsa,   -----BEGIN EC PRIVATE KEY-----,  ECDSA",
    "ed25519, -----BEGIN PRIVATE KEY-----,     Ed25519"
  })
  void makePrivateKeys(String type, String firstLine, String algorithm) throws Exception {
    String pem = (String) evaluate("genPrivateKey \"" + type + "\"");
    assertThat(pem).startsWith(firstLine + "\n").endsWith("-----\n");
    assertThat(privateKey(pem).getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void makeNewKeysFitTheirParts() throws Exception {
    PEMKeyPair pair;
    try (PEMParser parser =
        new PEMParser(new StringReader((String) evaluate("genPrivateKey \"ecdsa\"")))) {
      pair = (PEMKeyPair) parser.readObject();
    }
    java.security.KeyPair keys =
        new JcaPEMKeyConverter().setProvider(new BouncyCastleProvider()).getKeyPair(pair);
    assertKeyFits(keys.getPrivate(), keys.getPublic(), "SHA256withECDSA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genCA \"ca\" 365",
        "genPrivateKey \"ecdsa\"",
        "genPrivateKey \"ed25519\"",
        "bcrypt \"x\"",
        "encryptAES \"k\" \"text\"",
        "uuidv4",
        "randAlphaNum 40",
        "randAscii 40",
        "randBytes 40",
        "randInt 0 1000000",
        "shuffle \"abcdefghijklmnopqrstuvwxyz\""
      })
  void giveTheSameFromTheSameSeed(String call) {
    Object first = table.evaluate(call, execution(RandomSource.seeded(7), Instant.EPOCH));
    Object again = table.evaluate(call, execution(RandomSource.seeded(7), Instant.EPOCH));
    Object other = table.evaluate(call, execution(RandomSource.seeded(8), Instant.EPOCH));
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "randAlphaNum 2000, [0-9A-Za-z]{2000}, 62",
    "randAlpha 2000,    [A-Za-z]{2000},    52",
    "randNumeric 2000,  [0-9]{2000},       10",
    "randAscii 2000,    [ -~]{2000},       95",
  })
  void drawEveryCharacterOfTheirAlphabet(String call, String form, int alphabet) {
    String text = (String) evaluate(call);
    assertThat(text).matches(form);
    assertThat(text.chars().distinct().count()).isEqualTo(alphabet);
  }

  @Test
  void drawNumbersFromTheirRange() {
    Execution execution = FunctionTable.execution("UTC");
    assertThat(Stream.generate(() -> table.evaluate("randInt -2 3", execution)).limit(200))
        .extracting(Object::toString)
        .contains("-2", "-1", "0", "1", "2")
        .doesNotContain("3", "-3");
  }

  @Test
  void keepTheCharactersThatTheyShuffle() {
    String shuffled = (String) evaluate("shuffle \"abcdeé😀\"");
    assertThat(shuffled.codePoints().sorted().toArray())
        .isEqualTo("abcdeé😀".codePoints().sorted().toArray());
  }

  @Test
  void makeUuidsOfVersion4() {
    assertThat((String) evaluate("uuidv4"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void makeAsManyRandomBytesAsAskedFor() {
    assertThat(Base64.getDecoder().decode((String) evaluate("randBytes 33"))).hasSize(33);
  }

  @Test
  void hashPasswordsWithBcrypt() {
    String entry = (String) evaluate("htpasswd \"user\" \"pässword\"");
    assertThat(entry).startsWith("user:$2a$10$").hasSize(65);
    byte[] password = "pässword".getBytes(StandardCharsets.UTF_8);
    assertThat(OpenBSDBCrypt.checkPassword(entry.substring(5), password)).isTrue();
  }

  @Test
  void keepACertificateThatIsGiven() {
    CertificateValue given = (CertificateValue) evaluate("genCAWithKey \"x\" 1 (key \"rsa\")");
    CertificateValue custom =
        (CertificateValue)
            evaluate(
                "buildCustomCert \"%s\" \"%s\""
                    .formatted(base64(given.certificate()), base64(given.key())));
    assertThat(custom).isEqualTo(given);
    assertThat(custom.goString()).isEqualTo("{" + given.certificate() + " " + given.key() + "}");
    assertThat(custom.field("Cert")).isEqualTo(given.certificate());
    assertThat(custom.field("cert")).isSameAs(GoValue.NO_FIELD);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void askNoNameServerUnlessAllowed() {
    Functions functions = StandardFunctions.all();
    FunctionTable network = new FunctionTable(functions);
    assertThat(network.run("getHostByName \"127.0.0.1\"", "UTC")).isEqualTo("= \"\"");
    Execution allowed =
        new Execution(
            Limits.defaults(),
            InstantSource.system(),
            ZoneOffset.UTC,
            RandomSource.seeded(1),
            ClusterReader.none(),
            true);
    assertThat(network.evaluate("getHostByName \"127.0.0.1\"", allowed)).isEqualTo("127.0.0.1");
    assertThat(network.evaluate("getHostByName \"1:0:0:2:0:0:0:3\"", allowed))
        .isEqualTo("1:0:0:2::3");
    assertThat(network.evaluate("getHostByName \"::1\"", allowed)).isEqualTo("::1");
  }
}
