package org.tabadla.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// IPv4 and IPv6 addresses in all the ways a URL may write them ([URL Standard
/// §3.5](https://url.spec.whatwg.org/#concept-ipv4-parser)).
final class IpAddress {
  private static final int V4_PARTS = 4;
  private static final int V6_PIECES = 8;
  private static final long TOO_LARGE = 1L << 32;

  private IpAddress() {}

  /// @return whether a domain must be read as an IPv4 address, since its last label is a number
  static boolean endsInNumber(String domain) {
    int end = domain.endsWith(".") ? domain.length() - 1 : domain.length();
    String last = domain.substring(domain.lastIndexOf('.', end - 1) + 1, end);
    return !last.isEmpty() && (last.chars().allMatch(IpAddress::isDigit) || number(last) >= 0);
  }

  /// @return four decimal numbers, or null to refuse it
  static @Nullable String v4(String domain) {
    String whole = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    List<String> parts = List.of(whole.split("\\.", -1));
    if (parts.size() > V4_PARTS) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      long n = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      int bits = last ? 8 * (V4_PARTS + 1 - parts.size()) : 8;
      if (n < 0 || n >= 1L << bits) {
        return null;
      }
      address |= last ? n : n << (8 * (V4_PARTS - 1 - i));
    }
    return (address >> 24)
        + "."
        + ((address >> 16) & 0xFF)
        + "."
        + ((address >> 8) & 0xFF)
        + "."
        + (address & 0xFF);
  }

  /// @return the number, decimal, 0octal or 0xhex; -1 when it is none; no more than 2³²
  private static long number(String part) {
    int base = 10;
    int i = 0;
    if (part.isEmpty()) {
      return -1;
    }
    if (part.length() > 1 && part.charAt(0) == '0') {
      boolean hex = (part.charAt(1) | 0x20) == 'x';
      base = hex ? 16 : 8;
      i = hex ? 2 : 1;
    }
    long n = 0;
    for (; i < part.length(); i++) {
      int digit = PercentCode.hexDigit(part.charAt(i));
      if (digit < 0 || digit >= base) {
        return -1;
      }
      n = Math.min(n * base + digit, TOO_LARGE);
    }
    return n;
  }

  /// @param text what stood between the brackets
  /// @return the address in brackets, shortest form of RFC 5952, or null to refuse it
  static @Nullable String v6(String text) {
    int[] pieces = new V6(text).read();
    return pieces == null ? null : write(pieces);
  }

  private static String write(int[] pieces) {
    int from = -1;
    int longest = 1;
    for (int i = 0; i < V6_PIECES; i++) {
      int end = i;
      while (end < V6_PIECES && pieces[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        from = i;
      }
    }
    var out = new StringBuilder("[");
    for (int i = 0; i < V6_PIECES; i++) {
      if (i == from) {
        out.append(i == 0 ? "::" : ":");
        i += longest - 1;
        continue;
      }
      out.append(Integer.toHexString(pieces[i]));
      if (i < V6_PIECES - 1) {
        out.append(':');
      }
    }
    return out.append(']').toString();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// One reading of an IPv6 address.
  private static final class V6 {
    private static final int END = -1;
    private final String text;
    private final int[] pieces = new int[V6_PIECES];
    private int at;
    private int count;
    private int gap = -1;

    V6(String text) {
      this.text = text;
    }

    private int here() {
      return at < text.length() ? text.charAt(at) : END;
    }

    int @Nullable [] read() {
      if (here() == ':') {
        if (!text.startsWith("::")) {
          return null;
        }
        at = 2;
        gap = ++count;
      }
      while (here() != END) {
        if (count == V6_PIECES) {
          return null;
        }
        if (here() == ':') {
          if (gap >= 0) {
            return null;
          }
          at++;
          gap = ++count;
        } else if (!piece()) {
          return null;
        }
      }
      return spread();
    }

    private boolean piece() {
      int start = at;
      int value = 0;
      while (at - start < 4 && here() != END && PercentCode.hexDigit((char) here()) >= 0) {
        value = value * 16 + PercentCode.hexDigit((char) here());
        at++;
      }
      if (here() == '.') {
        boolean hadDigits = at > start;
        at = start;
        return hadDigits && count <= V6_PIECES - 2 && embeddedV4();
      }
      if (here() == ':') {
        at++;
        if (here() == END) {
          return false;
        }
      } else if (here() != END) {
        return false;
      }
      pieces[count++] = value;
      return true;
    }

    /// The last 32 bits as in `::ffff:192.0.2.1`: strictly decimal, no leading zeros.
    private boolean embeddedV4() {
      for (int seen = 0; seen < V4_PARTS; seen++) {
        if (!isDigit(here())) {
          return false;
        }
        int start = at;
        int value = 0;
        while (isDigit(here())) {
          value = value * 10 + here() - '0';
          at++;
          if (value > 255 || (at - start > 1 && text.charAt(start) == '0')) {
            return false;
          }
        }
        pieces[count] = (pieces[count] << 8) | value;
        count += seen % 2;
        if (seen < V4_PARTS - 1) {
          if (here() != '.') {
            return false;
          }
          at++;
        }
      }
      return here() == END;
    }

    private int @Nullable [] spread() {
      if (gap < 0) {
        return count == V6_PIECES ? pieces : null;
      }
      int tail = count - gap;
      for (int i = 0; i < tail; i++) {
        int from = count - 1 - i;
        int to = V6_PIECES - 1 - i;
        if (from != to) {
          pieces[to] = pieces[from];
          pieces[from] = 0;
        }
      }
      return pieces;
    }
  }
}
