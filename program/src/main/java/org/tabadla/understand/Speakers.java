package org.tabadla.understand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;
import org.tabadla.understand.quotes.QuoteReader;

/// Ties what was said to the names of the article: «وزیر خزانہ محمد احمد» is the person, "the World
/// Bank" the organisation, «Воронов» the Danil Voronov of the lines before.
final class Speakers {
  /// An article that quotes more is a transcript, and the text itself tells the rest.
  private static final int MOST_QUOTES = 24;

  private static final int LONGEST_TITLE_CHARS = 6;

  private Speakers() {}

  /// @param mentions every name in the text, in order
  static List<Quote> quotes(String text, Lang lang, List<Named> mentions) {
    List<Span> people =
        mentions.stream().filter(m -> m.kind() == Name.Kind.PERSON).map(Named::span).toList();
    return QuoteReader.of(text, lang, people).stream()
        .limit(MOST_QUOTES)
        .map(quote -> quote.by(key(text, quote, mentions)))
        .toList();
  }

  private static @Nullable String key(String text, Quote quote, List<Named> mentions) {
    Span speaker = quote.speakerSpan();
    String family = null;
    Set<String> meant = new HashSet<>();
    for (Named named : mentions) {
      if (named.span().start() >= speaker.start() && named.span().end() <= speaker.end()) {
        if (isMeant(named, speaker)) {
          meant.add(named.key());
        }
      } else if (family == null && isFamilyName(text, quote, named)) {
        family = named.key();
      }
    }
    // What two say together is on neither's page.
    return meant.isEmpty() ? family : meant.size() > 1 ? null : meant.iterator().next();
  }

  /// A person is meant wherever the speaker's words name one («the club's coach, …»); of an
  /// organisation somebody speaks, unless its name is all there is.
  private static boolean isMeant(Named named, Span speaker) {
    return switch (named.kind()) {
      case PERSON -> true;
      case ORGANISATION -> named.span().length() * 5 >= speaker.length() * 4;
      case PLACE -> false;
    };
  }

  /// «Воронов», "Ms Hunzai": the last word of a name before, alone or after a short title.
  private static boolean isFamilyName(String text, Quote quote, Named named) {
    String speaker = quote.speaker();
    int title = speaker.lastIndexOf(' ');
    return named.kind() == Name.Kind.PERSON
        && title <= LONGEST_TITLE_CHARS
        && speaker.length() - title > 3
        && named.span().of(text).endsWith(" " + speaker.substring(title + 1));
  }
}
