package dev.pintle.render.crypto;

import java.util.Arrays;

/** IP addresses as Go's {@code net.ParseIP} reads them: no zones, no leading zeros in IPv4. */
final class IpAddress {

  private static final int GROUPS = 8;

  private IpAddress() {}

  /** The 4 or 16 bytes, null if the text is no address; an IPv4 address may come as IPv6. */
  static byte[] parse(String text) {
    byte[] bytes = text.indexOf(':') < 0 ? parse4(text) : parse6(text);
    if (bytes == null || bytes.length == 4) {
      return bytes;
    }
    boolean mapped = bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; i < 10; i++) {
      mapped &= bytes[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
  }

  private static byte[] parse4(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return null;
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      if (!octets[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octets[i]) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(octets[i]);
    }
    return bytes;
  }

  private static byte[] parse6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] all = groups(text);
      return all != null && all.length == 2 * GROUPS ? all : null;
    }
    byte[] before = text.lastIndexOf('.', gap) < 0 ? groups(text.substring(0, gap)) : null;
    byte[] after = groups(text.substring(gap + 2));
    if (before == null || after == null || before.length + after.length >= 2 * GROUPS) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(before, 2 * GROUPS);
    System.arraycopy(after, 0, bytes, 2 * GROUPS - after.length, after.length);
    return bytes;
  }

  /** Groups with colons between them; the last may be an IPv4 address. */
  private static byte[] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] groups = text.split(":", -1);
    byte[] bytes = new byte[2 * groups.length + 2];
    int size = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean octets = i == groups.length - 1 && groups[i].indexOf('.') >= 0;
      byte[] group = octets ? parse4(groups[i]) : group(groups[i]);
      if (group == null) {
        return null;
      }
      System.arraycopy(group, 0, bytes, size, group.length);
      size += group.length;
    }
    return Arrays.copyOf(bytes, size);
  }

  private static byte[] group(String digits) {
    if (!digits.matches("[0-9a-fA-F]{1,4}")) {
      return null;
    }
    int value = Integer.parseInt(digits, 16);
    return new byte[] {(byte) (value >> 8), (byte) value};
  }
}
