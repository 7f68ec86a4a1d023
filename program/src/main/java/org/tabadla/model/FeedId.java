package org.tabadla.model;

/// Names one address that is visited again and again: the digest of its URL.
public record FeedId(String value) {
  public FeedId {
    Checks.notBlank("feed id", value);
  }

  /// @param url the address that the id stands for
  public static FeedId of(String url) {
    return new FeedId(Digest.brief(url));
  }

  @Override
  public String toString() {
    return value;
  }
}
