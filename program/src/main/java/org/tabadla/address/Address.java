package org.tabadla.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Web addresses: how browsers read them, how crawlers level them, and the key that we know an
/// article by.
///
/// ```java
/// Address.parse("../b?x=1", "https://example.pk/a/c")  // https://example.pk/b?x=1
/// Address.canonical("https://Example.PK:443/a?utm_source=x&id=5#top")  // https://example.pk/a?id=5
/// ```
public final class Address {
  /// Longer ones are refused: no outlet has any, and each address is kept and compared many times.
  public static final int MAX_ADDRESS_CHARS = 65_536;

  private static final Pattern IPV4 = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}");

  /// Labels under which countries hand out names, so that `bbc.co.uk` and `itv.co.uk` are two
  /// sites.
  private static final Set<String> SECOND_LEVEL =
      Set.of(
          "ac", "co", "com", "edu", "go", "gob", "gop", "gos", "gov", "gouv", "gok", "info", "ltd",
          "mil", "ne", "net", "nic", "nom", "or", "org", "plc", "res", "sch", "web");

  private Address() {}

  /// Resolves and serializes an address of any scheme after the [URL
  /// Standard](https://url.spec.whatwg.org/).
  ///
  /// @param input as it stands in the page, white space around it allowed
  /// @param base the absolute address of the page; null when there is none
  /// @return the absolute address, or null to refuse it
  public static @Nullable String parse(String input, @Nullable String base) {
    Url url = url(input, base);
    return url == null ? null : url.href();
  }

  /// As {@link #parse}, but only what a reader may follow: http and https.
  ///
  /// @return the absolute address, or null to refuse it (`javascript:`, `data:`, `mailto:` …)
  public static @Nullable String web(String input, @Nullable String base) {
    Url url = url(input, base);
    return url == null || !url.isWeb() ? null : url.href();
  }

  /// The form in which crawlers compare addresses: also `foo.com/x` without a scheme; escapes only
  /// where needed, no empty path segments, parameters in order, no fragment.
  ///
  /// @return the normal form, or null to refuse it
  public static @Nullable String normalize(String input) {
    return input.length() > MAX_ADDRESS_CHARS ? null : CrawlForm.of(input);
  }

  /// The key of an article: no fragment, no name and password, no tracking parameters, no session
  /// ids. Order of parameters, case of paths and empty segments stay, since servers may mind them.
  ///
  /// @param input an absolute http or https address
  /// @return the key, or null to refuse it
  public static @Nullable String canonical(String input) {
    Url url = url(input, null);
    return url == null || !url.isWeb() ? null : CanonicalForm.of(url).href();
  }

  /// @return the host in lower case and ASCII, without the port; null when the address has none
  public static @Nullable String host(String address) {
    Url url = url(address, null);
    return url == null || url.host() == null || url.host().isEmpty() ? null : url.host();
  }

  /// @return the host, and after a colon the port where it is not the scheme's own; null when the
  ///   address has no host
  public static @Nullable String authority(String address) {
    Url url = url(address, null);
    if (url == null || url.host() == null || url.host().isEmpty()) {
      return null;
    }
    return url.port() == Url.NO_PORT ? url.host() : url.host() + ":" + url.port();
  }

  /// @return whether two addresses are of one site: the same registrable domain (`www.dawn.com` and
  ///   `images.dawn.com`). Told by a short rule, not by the Public Suffix List.
  public static boolean sameSite(String one, String other) {
    String a = host(one);
    String b = host(other);
    return a != null && b != null && site(a).equals(site(b));
  }

  /// @param host as {@link #host} gives it
  /// @return its registrable domain: `bbc.co.uk` of `feeds.bbc.co.uk`; an IP address as it is
  public static String site(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") || IPV4.matcher(name).matches()) {
      return name;
    }
    String[] labels = name.split("\\.");
    int n = labels.length;
    boolean countryRegistry =
        n > 2 && labels[n - 1].length() == 2 && SECOND_LEVEL.contains(labels[n - 2]);
    int keep = Math.min(n, countryRegistry ? 3 : 2);
    return String.join(".", Arrays.asList(labels).subList(n - keep, n));
  }

  private static @Nullable Url url(String input, @Nullable String base) {
    if (input.length() > MAX_ADDRESS_CHARS) {
      return null;
    }
    if (base == null) {
      return UrlParser.parse(input, null);
    }
    Url parsed = base.length() > MAX_ADDRESS_CHARS ? null : UrlParser.parse(base, null);
    return parsed == null ? null : UrlParser.parse(input, parsed);
  }
}
