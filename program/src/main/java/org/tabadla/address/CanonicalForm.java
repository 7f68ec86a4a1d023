package org.tabadla.address;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The key that an article is known by: one address for all the addresses it is shared under.
final class CanonicalForm {
  /// Parameters that tell how a reader came, never what is shown.
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "ysclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "li_fat_id",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "vero_id",
          "oly_anon_id",
          "oly_enc_id",
          "wickedid",
          "s_cid",
          "ncid",
          "cmpid",
          "at_medium",
          "at_campaign",
          "at_link_id",
          "at_bbc_team",
          "at_format",
          "at_link_origin",
          "at_link_type",
          "at_ptr_name",
          "spm",
          "xtor",
          "__twitter_impression");

  private static final List<String> TRACKING_PREFIXES = List.of("utm_", "pk_", "mtm_", "hsa_");

  private static final Set<String> SESSION =
      Set.of("phpsessid", "jsessionid", "aspsessionid", "sessionid", "cfid", "cftoken");

  private static final Pattern PATH_SESSION =
      Pattern.compile(";jsessionid=[^;/]*+", Pattern.CASE_INSENSITIVE);

  private CanonicalForm() {}

  static Url of(Url url) {
    List<String> path = url.path().stream().map(CanonicalForm::segment).toList();
    return new Url(
        url.scheme(), "", "", host(url.host()), url.port(), null, path, query(url.query()), null);
  }

  private static @Nullable String host(@Nullable String host) {
    // The dot of the DNS root names the same host.
    return host != null && host.length() > 1 && host.endsWith(".")
        ? host.substring(0, host.length() - 1)
        : host;
  }

  private static String segment(String raw) {
    String tidy = PercentCode.tidy(raw);
    return tidy.indexOf(';') < 0 ? tidy : PATH_SESSION.matcher(tidy).replaceAll("");
  }

  private static @Nullable String query(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    var out = new StringBuilder(raw.length());
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!pair.isEmpty() && !isNoise(PercentCode.tidy(name).toLowerCase(Locale.ROOT))) {
        out.append(out.isEmpty() ? "" : "&").append(PercentCode.tidy(pair));
      }
    }
    return out.isEmpty() ? null : out.toString();
  }

  private static boolean isNoise(String name) {
    return TRACKING.contains(name)
        || SESSION.contains(name)
        || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
  }
}
