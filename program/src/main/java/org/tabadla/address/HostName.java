package org.tabadla.address;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The host of a URL: a domain, an IPv4 or IPv6 address, or an opaque name ([URL Standard
/// §3](https://url.spec.whatwg.org/#host-parsing)).
final class HostName {
  /// DNS allows 253; the rest is room for escapes, beyond which Punycode's square cost would tell.
  static final int MAX_HOST_CHARS = 2_048;

  private static final PercentCode.AsciiSet FORBIDDEN =
      PercentCode.AsciiSet.of("\0\t\n\r #/:<>?@[\\]^|");
  private static final PercentCode.AsciiSet FORBIDDEN_IN_DOMAIN =
      FORBIDDEN.withControls().with("%");

  private HostName() {}

  /// The table behind this is large: it loads with the first host that needs it.
  private static final class Uts46 {
    static final IDNA TO_ASCII =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

    /// The URL Standard checks neither hyphens nor lengths.
    static final Set<IDNA.Error> ALLOWED =
        EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);
  }

  /// @param special whether the scheme's hosts are domains (http, https, ftp, file, ws, wss)
  /// @return the host serialized, or null to refuse it
  static @Nullable String parse(String text, boolean special) {
    if (text.length() > MAX_HOST_CHARS) {
      return null;
    }
    if (text.startsWith("[")) {
      return text.endsWith("]") ? IpAddress.v6(text.substring(1, text.length() - 1)) : null;
    }
    if (!special) {
      return hasAny(text, FORBIDDEN) ? null : PercentCode.encode(text, PercentCode.CONTROL);
    }
    String ascii = toAscii(PercentCode.decode(text));
    if (ascii == null || ascii.isEmpty() || hasAny(ascii, FORBIDDEN_IN_DOMAIN)) {
      return null;
    }
    return IpAddress.endsInNumber(ascii) ? IpAddress.v4(ascii) : ascii;
  }

  private static boolean hasAny(String text, PercentCode.AsciiSet set) {
    return text.chars().anyMatch(c -> c < 0x80 && set.has(c));
  }

  private static @Nullable String toAscii(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    if (isAscii(domain) && !lower.contains("xn--")) {
      return lower;
    }
    var seen = new IDNA.Info();
    var out = Uts46.TO_ASCII.nameToASCII(domain, new StringBuilder(), seen);
    return Uts46.ALLOWED.containsAll(seen.getErrors()) ? out.toString() : null;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
