package org.tabadla.model;

/// Names one article: the digest of its canonical URL, so that a second visit finds the same one.
public record ArticleId(String value) {
  public ArticleId {
    Checks.notBlank("article id", value);
  }

  /// @param url the address that the id stands for
  public static ArticleId of(String url) {
    return new ArticleId(Digest.brief(url));
  }

  @Override
  public String toString() {
    return value;
  }
}
