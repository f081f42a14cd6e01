package dev.pintle.go.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and what Go's {@code net.ParseIP} and {@code netip.ParseAddr} make of them. */
class IpAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1              | 7f000001
          0.0.0.0                | 00000000
          ::                     | 00000000000000000000000000000000
          ::1                    | 00000000000000000000000000000001
          1::                    | 00010000000000000000000000000000
          fe80::1:2              | fe800000000000000000000000010002
          1:2:3:4:5:6:7:8        | 00010002000300040005000600070008
          ::ffff:1.2.3.4         | 01020304
          ::1.2.3.4              | 00000000000000000000000001020304
          64:ff9b::192.0.2.33    | 0064ff9b0000000000000000c0000221
          """)
  void hasBytes(String text, String bytes) {
    assertThat(HexFormat.of().formatHex(IpAddress.parse(text).bytes())).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.3                  | ParseAddr("1.2.3"): IPv4 address too short
          1.2.3.4.5              | ParseAddr("1.2.3.4.5"): IPv4 address too long
          01.2.3.4               | ParseAddr("01.2.3.4"): IPv4 field has octet with leading zero
          1.2.3.256              | ParseAddr("1.2.3.256"): IPv4 field has value >255
          1:2                    | ParseAddr("1:2"): address string too short
          1::2::3                | ParseAddr("1::2::3"): multiple :: in address (at ":3")
          1:2:3:4:5:6:7:8::      | ParseAddr("1:2:3:4:5:6:7:8::"): the :: must expand to at least one field of zeros
          ::12345                | ParseAddr("::12345"): each group must have 4 or less digits (at "12345")
          fe80::1%               | ParseAddr("fe80::1%"): zone must be a non-empty string
          host                   | ParseAddr("host"): unable to parse IP
          """)
  void refuses(String text, String message) {
    assertThatThrownBy(() -> IpAddress.parse(text)).hasMessage(message);
  }
}
