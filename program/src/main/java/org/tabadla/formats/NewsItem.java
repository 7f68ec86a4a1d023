package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;

/// A news item between formats: what ninjs and NewsML-G2 both can say. Every reader makes one,
/// every writer takes one.
///
/// @param kind what it is
/// @param uri names the item in all its versions
/// @param version the sender's number of this version
/// @param times when what was done
/// @param handling what receivers are asked to do with it
/// @param rights whose it is and what may be done
/// @param languages of the content, BCP 47, the main one first
/// @param words all texts, in document order
/// @param concepts what it is about, where it is from, who made it
/// @param renditions its files
/// @param associations other items that it holds or points to
/// @param coverage what is planned
/// @param event the event that it describes, or null
/// @param altIds other identifiers
/// @param catalogs the addresses of NewsML-G2 catalogues that explain its codes
public record NewsItem(
    Kind kind,
    String uri,
    @Nullable String version,
    Times times,
    Handling handling,
    Rights rights,
    List<String> languages,
    List<Words> words,
    List<Concept> concepts,
    List<Rendition> renditions,
    List<Association> associations,
    List<Coverage> coverage,
    @Nullable EventPlan event,
    List<AltId> altIds,
    List<String> catalogs) {
  /// What an item is: the IPTC's natures of news items, and what NewsML-G2 has beside them.
  public enum Kind {
    TEXT,
    AUDIO,
    VIDEO,
    PICTURE,
    GRAPHIC,
    COMPOSITE,
    COMPONENT,
    EVENT,
    PLANNING,
    CONCEPT,
    CATALOG,
    UNKNOWN;

    /// @return the kind of a word such as `picture`, `ninat:video`, or UNKNOWN
    static Kind of(@Nullable String word) {
      if (word == null) {
        return UNKNOWN;
      }
      String bare = word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('/')) + 1);
      for (Kind kind : values()) {
        if (kind.name().equalsIgnoreCase(bare)) {
          return kind;
        }
      }
      return switch (bare.toLowerCase(Locale.ROOT)) {
        case "newscoverage" -> PLANNING;
        case "photo", "image" -> PICTURE;
        case "animated" -> GRAPHIC;
        default -> UNKNOWN;
      };
    }

    /// @return the word of ninjs and of the IPTC's vocabulary
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// When what was done; ISO 8601 as written.
  ///
  /// @param embargoed not to be published before; "" until further notice
  public record Times(
      @Nullable String firstCreated,
      @Nullable String versionCreated,
      @Nullable String contentCreated,
      @Nullable String contentModified,
      @Nullable String embargoed,
      @Nullable String expires) {
    public static final Times NONE = new Times(null, null, null, null, null, null);
  }

  /// What receivers are asked to do.
  ///
  /// @param pubStatus usable, withheld or canceled (which is a kill)
  /// @param urgency 1 to 9, 1 the most
  /// @param profile the sender's name for this make of item
  /// @param signals such as `sig:correction`, `sig:update`
  /// @param partial whether this is a partial representation
  public record Handling(
      @Nullable String pubStatus,
      @Nullable Integer urgency,
      @Nullable String profile,
      List<String> signals,
      boolean partial) {
    public static final Handling NONE = new Handling(null, null, null, List.of(), false);

    public Handling {
      signals = List.copyOf(signals);
    }

    public boolean isKill() {
      return "canceled".equals(pubStatus);
    }
  }

  /// Whose it is and what may be done with it.
  ///
  /// @param holder who holds the copyright
  /// @param notice the words to print
  /// @param usageTerms what may be done, in prose
  /// @param language identifies the language of `encoded`
  /// @param linked where a machine-readable policy is
  /// @param encoded a machine-readable policy itself
  public record Rights(
      @Nullable Concept holder,
      @Nullable String notice,
      @Nullable String usageTerms,
      @Nullable String language,
      @Nullable String linked,
      @Nullable String encoded) {
    public static final Rights NONE = new Rights(null, null, null, null, null, null);
  }

  /// Another identifier of the item.
  public record AltId(@Nullable String role, String value) {}

  public NewsItem {
    languages = List.copyOf(languages);
    words = List.copyOf(words);
    concepts = List.copyOf(concepts);
    renditions = List.copyOf(renditions);
    associations = List.copyOf(associations);
    coverage = List.copyOf(coverage);
    altIds = List.copyOf(altIds);
    catalogs = List.copyOf(catalogs);
  }

  /// @return the item that an article of the archive is
  public static NewsItem of(Article article) {
    return ArticleItems.of(article);
  }

  /// @return the same with other associations
  NewsItem withAssociations(List<Association> others) {
    return new NewsItem(
        kind,
        uri,
        version,
        times,
        handling,
        rights,
        languages,
        words,
        concepts,
        renditions,
        others,
        coverage,
        event,
        altIds,
        catalogs);
  }

  public Stream<Words> words(Words.Use use) {
    return words.stream().filter(w -> w.use() == use);
  }

  public Stream<Concept> concepts(Concept.Kind as) {
    return concepts.stream().filter(c -> c.kind() == as);
  }

  /// @return the first text of a use, without markup, or null
  public @Nullable String first(Words.Use use) {
    return words(use).map(Words::text).findFirst().orElse(null);
  }

  /// @return the headline, or what stands for it
  public @Nullable String headline() {
    String headline = first(Words.Use.HEADLINE);
    return headline != null ? headline : first(Words.Use.TITLE);
  }

  public @Nullable String language() {
    return languages.isEmpty() ? null : languages.getFirst();
  }

  /// @return the provider, or null
  public @Nullable Concept provider() {
    return concepts(Concept.Kind.SOURCE)
        .filter(c -> "provider".equals(c.rel()))
        .findFirst()
        .orElse(null);
  }

  /// An item in the making.
  static final class Draft {
    Kind kind = Kind.UNKNOWN;
    String uri = "";
    @Nullable String version;
    Times times = Times.NONE;
    Handling handling = Handling.NONE;
    Rights rights = Rights.NONE;
    @Nullable EventPlan event;
    final List<String> languages = new ArrayList<>();
    final List<Words> words = new ArrayList<>();
    final List<Concept> concepts = new ArrayList<>();
    final List<Rendition> renditions = new ArrayList<>();
    final List<Association> associations = new ArrayList<>();
    final List<Coverage> coverage = new ArrayList<>();
    final List<AltId> altIds = new ArrayList<>();
    final List<String> catalogs = new ArrayList<>();

    void say(Words.Use use, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        words.add(Words.plain(use, value));
      }
    }

    NewsItem item() {
      return new NewsItem(
          kind,
          uri,
          version,
          times,
          handling,
          rights,
          languages,
          words,
          concepts,
          renditions,
          associations,
          coverage,
          event,
          altIds,
          catalogs);
    }
  }
}
