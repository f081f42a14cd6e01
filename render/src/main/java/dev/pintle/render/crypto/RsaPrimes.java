package dev.pintle.render.crypto;

import dev.pintle.template.RandomSource;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the primes of an RSA key: from a random odd number on the next one that is prime. Numbers
 * with small factors are sieved out, since looking at one closely takes a modular power.
 *
 * <p>Random bytes are drawn only for the starting points, so that from the same bytes come the same
 * primes.
 */
final class RsaPrimes {

  static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private static final int SIEVED_ODD_NUMBERS = 1 << 13;
  private static final int SMALL_PRIMES_BELOW = 1 << 14;

  private static final List<BigInteger> BASES =
      IntStream.of(2, 3, 5, 7, 11, 13).mapToObj(BigInteger::valueOf).toList();

  private final RandomSource random;
  private final int bits;
  private final int[] smallPrimes;

  RsaPrimes(RandomSource random, int bits) {
    this.random = random;
    this.bits = bits;
    this.smallPrimes = oddPrimesBelow(SMALL_PRIMES_BELOW);
  }

  /** A prime of exactly that many bits, of which the two highest are set. */
  BigInteger next() {
    while (true) {
      BigInteger start = start();
      BitSet composite = withSmallFactors(start);
      for (int i = composite.nextClearBit(0);
          i < SIEVED_ODD_NUMBERS;
          i = composite.nextClearBit(i + 1)) {
        BigInteger candidate = start.add(BigInteger.valueOf(2L * i));
        if (candidate.bitLength() == bits
            && !candidate.mod(EXPONENT).equals(BigInteger.ONE)
            && isProbablyPrime(candidate)) {
          return candidate;
        }
      }
    }
  }

  /**
   * Miller and Rabin's test with a few fixed bases, which suffice for numbers that nobody chose: of
   * random composites of 1024 bits less than one in 2^100 passes as many rounds.
   */
  private static boolean isProbablyPrime(BigInteger number) {
    BigInteger minusOne = number.subtract(BigInteger.ONE);
    int twos = minusOne.getLowestSetBit();
    BigInteger odd = minusOne.shiftRight(twos);
    for (BigInteger base : BASES) {
      BigInteger power = base.modPow(odd, number);
      boolean passed = power.equals(BigInteger.ONE) || power.equals(minusOne);
      for (int i = 1; i < twos && !passed; i++) {
        power = power.multiply(power).mod(number);
        passed = power.equals(minusOne);
      }
      if (!passed) {
        return false;
      }
    }
    return true;
  }

  private BigInteger start() {
    byte[] bytes = new byte[bits / 8];
    random.nextBytes(bytes);
    bytes[0] |= (byte) 0xC0;
    bytes[bytes.length - 1] |= 1;
    return new BigInteger(1, bytes);
  }

  private BitSet withSmallFactors(BigInteger start) {
    BitSet composite = new BitSet(SIEVED_ODD_NUMBERS);
    for (int prime : smallPrimes) {
      int remainder = start.mod(BigInteger.valueOf(prime)).intValue();
      // The first i for which start + 2i is a multiple of the prime.
      int first = (prime - remainder) % prime;
      first = first % 2 == 0 ? first / 2 : (first + prime) / 2;
      for (int i = first; i < SIEVED_ODD_NUMBERS; i += prime) {
        composite.set(i);
      }
    }
    return composite;
  }

  private static int[] oddPrimesBelow(int bound) {
    BitSet composite = new BitSet(bound);
    for (int i = 3; i * i < bound; i += 2) {
      for (int multiple = i * i; !composite.get(i) && multiple < bound; multiple += i) {
        composite.set(multiple);
      }
    }
    return IntStream.range(3, bound).filter(i -> i % 2 == 1 && !composite.get(i)).toArray();
  }
}
