package dev.pintle.render.crypto;

import dev.pintle.render.crypto.EcKey.Curve;
import dev.pintle.template.RandomSource;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;

/**
 * Makes private keys. From the same random bytes comes the same key, on every JDK: which is why the
 * JDK's own generators, that use their randomness as they like, are not used here.
 */
public final class KeyGenerator {

  private static final int DSA_BITS = 2048;
  private static final int DSA_ORDER_BITS = 256;
  private static final int DSA_CERTAINTY = 112;
  private static final int ED25519_LENGTH = 32;

  private final RandomSource random;

  /** Makes keys from that source. */
  public KeyGenerator(RandomSource random) {
    this.random = random;
  }

  /** An RSA key of that many bits. */
  public PrivateKey rsa(int bits) {
    RsaPrimes primes = new RsaPrimes(random, bits / 2);
    BigInteger p = primes.next();
    BigInteger q = primes.next();
    while (q.equals(p)) {
      q = primes.next();
    }
    return RsaKey.of(p, q, RsaPrimes.EXPONENT);
  }

  /** A DSA key of 2048 bits, with parameters of its own. */
  public PrivateKey dsa() {
    DSAParametersGenerator generator = new DSAParametersGenerator(new SHA256Digest());
    generator.init(
        new DSAParameterGenerationParameters(
            DSA_BITS, DSA_ORDER_BITS, DSA_CERTAINTY, new SecureRandomOf(random)));
    DSAParameters parameters = generator.generateParameters();
    BigInteger x = nonZeroBelow(parameters.getQ());
    BigInteger y = parameters.getG().modPow(x, parameters.getP());
    return new DsaKey(parameters.getP(), parameters.getQ(), parameters.getG(), y, x);
  }

  /** A key on the curve P-256. */
  public PrivateKey ecdsa() {
    return new EcKey(Curve.P256, nonZeroBelow(Curve.P256.order()));
  }

  /** An Ed25519 key. */
  public PrivateKey ed25519() {
    byte[] seed = new byte[ED25519_LENGTH];
    random.nextBytes(seed);
    return new Ed25519Key(seed);
  }

  /** From 1 to the bound; eight bytes more than needed, so that none is likelier than another. */
  private BigInteger nonZeroBelow(BigInteger bound) {
    byte[] bytes = new byte[(bound.bitLength() + 7) / 8 + 8];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).mod(bound.subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }
}
