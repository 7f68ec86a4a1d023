package org.tabadla.model;

import java.util.List;

/// What was understood of one article.
///
/// @param keywords best first
/// @param names most named first
/// @param figures in text order; offsets into {@link Article#text()}
public record Notes(List<Keyword> keywords, List<Name> names, List<Figure> figures) {
  public static final Notes NONE = new Notes(List.of(), List.of(), List.of());

  public Notes {
    keywords = List.copyOf(keywords);
    names = List.copyOf(names);
    figures = List.copyOf(figures);
  }
}
