package org.tabadla.model;

import java.util.List;

/// What was understood of one article.
///
/// @param keywords best first
/// @param names most named first
/// @param figures in text order; offsets into {@link Article#text()}
/// @param topics what it is about by the IPTC's list, best first
/// @param quotes who said what, in text order; spans into {@link Article#text()}
public record Notes(
    List<Keyword> keywords,
    List<Name> names,
    List<Figure> figures,
    List<About> topics,
    List<Quote> quotes) {
  public static final Notes NONE = new Notes(List.of(), List.of(), List.of());

  public Notes {
    keywords = List.copyOf(keywords);
    names = List.copyOf(names);
    figures = List.copyOf(figures);
    topics = List.copyOf(topics);
    quotes = List.copyOf(quotes);
  }

  /// Notes without topics and quotes.
  public Notes(List<Keyword> keywords, List<Name> names, List<Figure> figures) {
    this(keywords, names, figures, List.of(), List.of());
  }
}
