package org.tabadla.collect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// IPv4 addresses in every notation that the URL standard reads: one to four parts, decimal, octal
/// or hexadecimal (`http://2130706433/` is 127.0.0.1).
final class Ipv4 {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]{0,16}|[0-9]{1,20}");
  private static final int PARTS = 4;

  private Ipv4() {}

  /// @return the four bytes; empty when the host is a name
  static Optional<byte[]> parse(String host) {
    List<String> parts = List.of(DOT.split(host, -1));
    if (parts.size() > PARTS || !parts.stream().allMatch(p -> NUMBER.matcher(p).matches())) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      long value = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      long limit = last ? 1L << (Byte.SIZE * (PARTS + 1 - parts.size())) : 1L << Byte.SIZE;
      if (value < 0 || value >= limit) {
        return Optional.empty();
      }
      address += last ? value : value << (Byte.SIZE * (PARTS - 1 - i));
    }
    return Optional.of(
        new byte[] {
          (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
        });
  }

  /// @return the value, or -1 when it is none or far too large
  private static long number(String part) {
    try {
      if (part.startsWith("0x") || part.startsWith("0X")) {
        return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
      }
      return part.length() > 1 && part.startsWith("0")
          ? Long.parseLong(part, 8)
          : Long.parseLong(part);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
