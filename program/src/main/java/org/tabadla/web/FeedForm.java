package org.tabadla.web;

/// The forms in which a listing can be followed.
enum FeedForm {
  /// RSS 2.0.
  RSS("RSS", "rss", "application/rss+xml"),
  /// Atom 1.0, RFC 4287.
  ATOM("Atom", "atom", "application/atom+xml"),
  /// JSON Feed 1.1.
  JSON("JSON Feed", "json", "application/feed+json");

  private final String title;
  private final String extension;
  private final String type;

  FeedForm(String title, String extension, String type) {
    this.title = title;
    this.extension = extension;
    this.type = type;
  }

  String title() {
    return title;
  }

  String extension() {
    return extension;
  }

  String type() {
    return type;
  }
}
