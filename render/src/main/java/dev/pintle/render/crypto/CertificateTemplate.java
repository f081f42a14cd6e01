package dev.pintle.render.crypto;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.IpAddress;
import dev.pintle.template.RandomSource;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a certificate that Sprig makes is to say.
 *
 * @param addresses the 4 or 16 bytes of each IP address
 */
public record CertificateTemplate(
    String commonName,
    List<byte[]> addresses,
    List<String> dnsNames,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    boolean authority) {

  private static final int SERIAL_BYTES = 16;
  private static final long NANOS_OF_DAY = 86_400_000_000_000L;

  /**
   * The template of a certificate for that many days from now on.
   *
   * <p>The days are counted in Go's durations: after 106,751 of them, 292 years, they overflow.
   *
   * @throws CryptoException with Sprig's message if one of the addresses is none
   */
  public static CertificateTemplate of(
      String commonName,
      List<String> addresses,
      List<String> dnsNames,
      long days,
      Instant now,
      RandomSource random)
      throws CryptoException {
    List<byte[]> parsed = new ArrayList<>();
    for (String address : addresses) {
      parsed.add(ipBytes(address));
    }
    byte[] serial = new byte[SERIAL_BYTES];
    random.nextBytes(serial);
    return new CertificateTemplate(
        commonName,
        parsed,
        dnsNames,
        new BigInteger(1, serial),
        now,
        now.plusNanos(NANOS_OF_DAY * days),
        false);
  }

  private static byte[] ipBytes(String address) throws CryptoException {
    try {
      IpAddress parsed = IpAddress.parse(address);
      if (!parsed.hasZone()) {
        return parsed.bytes();
      }
    } catch (AddressException notAnAddress) {
      // Sprig says the same of all that it cannot use.
    }
    throw new CryptoException("error parsing ip: " + address);
  }

  /** The same for a certificate that others are signed with. */
  public CertificateTemplate asAuthority() {
    return new CertificateTemplate(
        commonName, addresses, dnsNames, serial, notBefore, notAfter, true);
  }
}
