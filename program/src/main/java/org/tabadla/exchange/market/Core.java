package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// What a listing says, whatever its kind.
///
/// @param facet the kind's further fields, as its schema has them
/// @param assets files that can be delivered at once
/// @param origin the article or story that it was made of, or null
public record Core(
    Side side,
    Kind kind,
    Audience audience,
    About about,
    Supply supply,
    Times times,
    Bargain bargain,
    Map<String, String> facet,
    List<Asset> assets,
    @Nullable Origin origin) {
  public Core {
    facet = java.util.Collections.unmodifiableMap(new TreeMap<>(facet));
    assets = List.copyOf(assets);
  }

  /// What it is about.
  ///
  /// @param titles at least one, each in its language
  /// @param languages of the content itself, BCP 47
  /// @param versions further languages, by subtitles or dubbing
  /// @param topics words or terms of the IPTC Media Topics
  /// @param places where it happens: names or ISO 3166-1 letters
  public record About(
      List<Text> titles,
      List<Text> summaries,
      List<String> languages,
      List<String> versions,
      List<String> topics,
      List<String> places) {
    public About {
      titles = List.copyOf(titles);
      summaries = List.copyOf(summaries);
      languages = sorted(languages);
      versions = sorted(versions);
      topics = sorted(topics);
      places = sorted(places);
    }

    private static List<String> sorted(List<String> words) {
      return words.stream().filter(word -> !word.isBlank()).distinct().sorted().toList();
    }

    /// The title for a reader of this language; the first where there is none.
    public Text title(Lang reader) {
      return inLanguage(titles, reader);
    }

    /// @return blank where nothing is summed up
    public Text summary(Lang reader) {
      return summaries.isEmpty() ? new Text("", Lang.UND) : inLanguage(summaries, reader);
    }

    private static Text inLanguage(List<Text> texts, Lang reader) {
      return texts.stream()
          .filter(text -> text.lang().primary().equals(reader.primary()))
          .findFirst()
          .orElse(texts.getFirst());
    }
  }

  /// How much of what, and how far along.
  ///
  /// @param medium null where it does not matter
  /// @param quantity 0 where it is not counted
  /// @param unit such as minutes, episodes, seats
  public record Supply(@Nullable Medium medium, int quantity, String unit, Stage stage) {}

  /// What it comes as.
  public enum Medium {
    TEXT,
    PICTURE,
    AUDIO,
    VIDEO,
    SIGNAL,
    IN_PERSON,
    SOFTWARE
  }

  /// How far along it is.
  public enum Stage {
    PLANNED,
    UNDER_WAY,
    READY
  }

  /// When; each is null where nothing is said.
  ///
  /// @param embargo nothing may be fetched or used before it
  public record Times(
      @Nullable Instant availableFrom,
      @Nullable Instant embargo,
      @Nullable Instant event,
      @Nullable Instant needBy,
      @Nullable Instant expires) {
    public static final Times NONE = new Times(null, null, null, null, null);
  }

  /// What is wanted for it, and what may be done with it.
  ///
  /// @param note on what is wanted, in words
  /// @param rights usage terms in plain words, as {@link org.tabadla.exchange.rights.PlainTerms}
  ///   reads them; blank leaves everything open
  public record Bargain(Consideration consideration, String note, String rights) {}

  /// What is wanted for it.
  public enum Consideration {
    EXCHANGE,
    FREE,
    CREDIT,
    PAYMENT
  }

  /// A file by its content.
  ///
  /// @param name as it is shown and saved, never a path
  /// @param type its media type
  /// @param sha256 64 hex digits
  public record Asset(String name, String type, long bytes, String sha256) {}

  /// What it was made of.
  public record Origin(String article, String url, String source) {}
}
