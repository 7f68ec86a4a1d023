package org.tabadla.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;
import org.tabadla.understand.quotes.QuoteReader;

/// Ties what was said to the names of the article: «وزیر خزانہ محمد احمد» is the person, "the World
/// Bank" the organisation, «Воронов» the Danil Voronov of the lines before.
final class Speakers {
  /// An article that quotes more is a transcript; its page shows the rest.
  private static final int MOST_QUOTES = 24;

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
    String key = null;
    for (Named named : mentions) {
      boolean inside =
          named.span().start() >= speaker.start() && named.span().end() <= speaker.end();
      if (inside && isMeant(named, speaker)) {
        key = named.key();
      } else if (key == null && isFamilyName(text, quote, named)) {
        key = named.key();
      }
    }
    return key;
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

  private static boolean isFamilyName(String text, Quote quote, Named named) {
    String speaker = quote.speaker();
    return named.kind() == Name.Kind.PERSON
        && speaker.length() > 2
        && speaker.indexOf(' ') < 0
        && named.span().of(text).endsWith(" " + speaker);
  }
}
