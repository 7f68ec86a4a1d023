package org.tabadla.read;

import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Digest;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;

/// Where a page lives: the canonical address that it names, when that can be trusted.
///
/// @param url canonical, or `file:` with a digest for a saved page that names none
/// @param source the outlet
record PageAddress(String url, SourceId source) {
  static PageAddress of(Page page, PageClues clues, SourceId fallback) {
    String own = page.url() == null ? null : Address.web(page.url(), null);
    String named = trusted(clues.link("canonical"), own);
    if (named == null) {
      named = trusted(clues.meta("og:url"), own);
    }
    String url = named != null ? named : own;
    if (url == null) {
      String file = "file:" + fallback.value() + "/" + Digest.sha256(page.body().array());
      return new PageAddress(file, fallback);
    }
    String canonical = Address.canonical(url);
    String host = Address.authority(url);
    return new PageAddress(
        canonical == null ? url : canonical, host == null ? fallback : SourceId.ofHost(host));
  }

  /// A page may speak for its own site only, and not point an article at the front page.
  private static @Nullable String trusted(@Nullable String named, @Nullable String own) {
    String url = named == null ? null : Address.web(named, own);
    if (url == null || isFront(url)) {
      return null;
    }
    return own == null || Address.sameSite(url, own) ? url : null;
  }

  private static boolean isFront(String url) {
    int slashes = url.indexOf("://");
    int path = slashes < 0 ? -1 : url.indexOf('/', slashes + 3);
    return path < 0 || path == url.length() - 1;
  }
}
