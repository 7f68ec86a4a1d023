package org.tabadla.collect;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which network addresses belong to the public internet, after the special-purpose address
/// registries of IANA (RFC 6890 and its successors).
final class AddressBlocks {
  private static final int IPV4_BYTES = 4;

  /// IPv4: everything is public but these.
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          block("0.0.0.0", 8, "this network"),
          block("10.0.0.0", 8, "private"),
          block("100.64.0.0", 10, "carrier-grade NAT"),
          block("127.0.0.0", 8, "loopback"),
          block("169.254.0.0", 16, "link-local"),
          block("172.16.0.0", 12, "private"),
          block("192.0.0.0", 24, "protocol assignments"),
          block("192.0.2.0", 24, "documentation"),
          block("192.88.99.0", 24, "6to4 relay"),
          block("192.168.0.0", 16, "private"),
          block("198.18.0.0", 15, "benchmarking"),
          block("198.51.100.0", 24, "documentation"),
          block("203.0.113.0", 24, "documentation"),
          block("224.0.0.0", 4, "multicast"),
          block("240.0.0.0", 4, "reserved"));

  /// IPv6: only global unicast is public, and of that not these. The named blocks outside it are
  /// here so that the reason can be told.
  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          block("::", 128, "unspecified"),
          block("::1", 128, "loopback"),
          block("::", 96, "IPv4-compatible, deprecated"),
          block("64:ff9b:1::", 48, "local NAT64"),
          block("100::", 64, "discard-only"),
          block("2001::", 32, "Teredo tunnel"),
          block("2001::", 23, "protocol assignments"),
          block("2001:db8::", 32, "documentation"),
          block("3fff::", 20, "documentation"),
          block("fc00::", 7, "unique local"),
          block("fe80::", 10, "link-local"),
          block("fec0::", 10, "site-local, deprecated"),
          block("ff00::", 8, "multicast"));

  private static final Block GLOBAL_UNICAST_6 = block("2000::", 3, "global unicast");

  /// Where an IPv6 address carries an IPv4 one: the block and the offset of the four bytes.
  private static final Block NAT64 = block("64:ff9b::", 96, "NAT64");

  private static final Block SIX_TO_FOUR = block("2002::", 16, "6to4");
  private static final int SIX_TO_FOUR_OFFSET_BYTES = 2;
  private static final int MAPPED_OFFSET_BYTES = 12;

  /// ISATAP (RFC 5214) interface identifiers: `[02]00:5efe:a.b.c.d`.
  private static final int ISATAP_OFFSET_BYTES = 8;

  private static final byte[] ISATAP_LOCAL = {0, 0, 0x5e, (byte) 0xfe};
  private static final byte[] ISATAP_GLOBAL = {2, 0, 0x5e, (byte) 0xfe};

  private AddressBlocks() {}

  /// @return why the address is not one of the public internet; empty when it is
  static Optional<String> whyNotPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == IPV4_BYTES ? whyNotPublic4(bytes) : whyNotPublic6(bytes);
  }

  private static Optional<String> whyNotPublic4(byte[] bytes) {
    return NOT_PUBLIC_4.stream().filter(b -> b.holds(bytes)).map(Block::name).findFirst();
  }

  private static Optional<String> whyNotPublic6(byte[] bytes) {
    if (isMapped(bytes)) {
      return embedded(bytes, MAPPED_OFFSET_BYTES, "IPv4-mapped");
    }
    if (NAT64.holds(bytes)) {
      return embedded(bytes, MAPPED_OFFSET_BYTES, NAT64.name());
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return embedded(bytes, SIX_TO_FOUR_OFFSET_BYTES, SIX_TO_FOUR.name());
    }
    Optional<String> named =
        NOT_PUBLIC_6.stream().filter(b -> b.holds(bytes)).map(Block::name).findFirst();
    if (named.isPresent()) {
      return named;
    }
    if (!GLOBAL_UNICAST_6.holds(bytes)) {
      return Optional.of("reserved");
    }
    return isIsatap(bytes) ? embedded(bytes, MAPPED_OFFSET_BYTES, "ISATAP") : Optional.empty();
  }

  private static Optional<String> embedded(byte[] bytes, int offset, String how) {
    return whyNotPublic4(Arrays.copyOfRange(bytes, offset, offset + IPV4_BYTES))
        .map(why -> how + " of " + why);
  }

  private static boolean isMapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
  }

  private static boolean isIsatap(byte[] bytes) {
    byte[] interfaceId =
        Arrays.copyOfRange(bytes, ISATAP_OFFSET_BYTES, ISATAP_OFFSET_BYTES + IPV4_BYTES);
    return Arrays.equals(interfaceId, ISATAP_LOCAL) || Arrays.equals(interfaceId, ISATAP_GLOBAL);
  }

  private static Block block(String address, int prefixBits, String name) {
    return new Block(InetAddress.ofLiteral(address), prefixBits, name);
  }

  /// A block of addresses that share their first bits.
  private record Block(InetAddress start, int prefixBits, String name) {
    boolean holds(byte[] address) {
      byte[] first = start.getAddress();
      if (address.length != first.length) {
        return false;
      }
      int whole = prefixBits / Byte.SIZE;
      if (!Arrays.equals(address, 0, whole, first, 0, whole)) {
        return false;
      }
      int rest = prefixBits % Byte.SIZE;
      int mask = 0xff << (Byte.SIZE - rest) & 0xff;
      return rest == 0 || ((address[whole] ^ first[whole]) & mask) == 0;
    }
  }
}
