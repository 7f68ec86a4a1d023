package org.tabadla.model;

import java.util.Locale;

/// Names one outlet: its host name (`dailymumtaz.example`), or `folder-…` for pages that do not say
/// where they are from.
public record SourceId(String value) {
  public SourceId {
    Checks.notBlank("source id", value);
  }

  /// @param host a host name as in a URL, maybe with a port; a leading `www.` is dropped
  public static SourceId ofHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return new SourceId(lower.startsWith("www.") ? lower.substring(4) : lower);
  }

  @Override
  public String toString() {
    return value;
  }
}
