package org.tabadla.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.LanguageGuess;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;

/// A feed entry that carries its whole text, to an article: for when the page itself cannot be had.
public final class EntryReader {
  /// Shorter ones are teasers.
  static final int FEWEST_BODY_CHARS = 200;

  private static final int GUESSED_FROM_CHARS = 2_000;

  private EntryReader() {}

  /// @param feed the feed that the entry is of; gives the outlet's name and the language
  /// @param fetched when the feed was fetched
  /// @return the article, or {@link Reading.NotAnArticle} when the entry is only a teaser
  public static Reading article(
      FeedEntry entry, FeedContent feed, SourceId source, Instant fetched) {
    String url = entry.link() == null ? null : Address.canonical(entry.link());
    if (url == null || entry.title() == null || entry.title().isBlank()) {
      return new Reading.NotAnArticle("feed entry without title or link: «" + entry.id() + "»");
    }
    String html = entry.content() == null ? entry.summary() : entry.content();
    List<Block> body = html == null ? List.of() : EntryBlocks.of(html);
    int chars = body.stream().mapToInt(block -> block.plain().length()).sum();
    if (chars < FEWEST_BODY_CHARS) {
      return new Reading.NotAnArticle("feed entry with " + chars + " characters of text; a teaser");
    }
    Lang lang = lang(entry, feed, entry.title(), body);
    return new Reading.Read(
        new Article(
            ArticleId.of(url),
            source,
            url,
            feed.title(),
            new Text(entry.title(), lang),
            standfirst(entry, lang),
            authors(entry),
            null,
            null,
            moment(entry.published(), "feed:published"),
            moment(entry.updated(), "feed:updated"),
            body,
            image(entry, body),
            lang,
            entry.categories(),
            false,
            fetched));
  }

  private static @Nullable Text standfirst(FeedEntry entry, Lang lang) {
    if (entry.content() == null || entry.summary() == null) {
      return null;
    }
    String summary = SafeHtml.plain(entry.summary());
    // Most feeds make the summary of the first words of the text: that is no standfirst.
    boolean cut = summary.isEmpty() || SafeHtml.plain(entry.content()).startsWith(start(summary));
    return cut ? null : new Text(summary, lang);
  }

  private static String start(String summary) {
    return summary.substring(0, Math.max(1, summary.length() * 2 / 3));
  }

  private static List<Found<String>> authors(FeedEntry entry) {
    return entry.author() == null
        ? List.of()
        : List.of(new Found<>(entry.author(), "feed:author", entry.author()));
  }

  private static @Nullable Found<Moment> moment(@Nullable Instant at, String rule) {
    return at == null ? null : new Found<>(Moment.time(at, ZoneOffset.UTC), rule, at.toString());
  }

  private static Block.@Nullable Picture image(FeedEntry entry, List<Block> body) {
    if (entry.image() != null) {
      return new Block.Picture(entry.image(), null, null);
    }
    for (Block block : body) {
      if (block instanceof Block.Picture picture) {
        return picture;
      }
    }
    return null;
  }

  private static Lang lang(FeedEntry entry, FeedContent feed, String title, List<Block> body) {
    var words = new StringBuilder(title);
    for (Block block : body) {
      if (words.length() < GUESSED_FROM_CHARS) {
        words.append(' ').append(block.plain());
      }
    }
    Lang guess = LanguageGuess.of(words.toString()).lang();
    String said = entry.language() == null ? feed.language() : entry.language();
    if (guess.isKnown() || said == null) {
      return guess;
    }
    return new Lang(said);
  }
}
