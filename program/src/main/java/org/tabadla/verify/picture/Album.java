package org.tabadla.verify.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;
import org.tabadla.model.Shelf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The pictures that the house has seen: which article carries which, and which others carry the
/// same or one that looks so. Facts and no conclusion: an old picture in a new article may be an
/// honest file picture. Kept on the shelf; safe for use by many threads.
public final class Album {
  private static final String KIND = "verify/picture";
  private static final int PAGE = 1_000;
  private static final int MOST = 1_000_000;
  private static final int MOST_REUSES = 20;
  private static final int MOST_TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofHours(1);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Shelf shelf;
  private final Credential.Reader credentials;
  private final Map<String, Sighting> byArticle = new HashMap<>();
  private final Map<String, Set<String>> byFile = new HashMap<>();
  private final Map<Long, Set<String>> byHash = new HashMap<>();
  private final NearHashes hashes = new NearHashes();

  /// Takes out what is on the shelf.
  public Album(Shelf shelf, Credential.Reader credentials) {
    this.shelf = shelf;
    this.credentials = credentials;
    String after = null;
    List<Shelf.Paper> page;
    do {
      page = shelf.list(KIND, after, PAGE);
      page.forEach(paper -> Optional.ofNullable(read(paper.body())).ifPresent(this::index));
      after = page.isEmpty() ? after : page.getLast().key();
    } while (page.size() == PAGE);
  }

  private static @Nullable Sighting read(String body) {
    try {
      return JSON.readValue(body, Sighting.class);
    } catch (JacksonException e) {
      return null; // It can be looked at again.
    }
  }

  /// Looks at the bytes of an article's picture, and remembers what it saw.
  ///
  /// @param since when the article appeared
  public Sighting saw(String article, String url, Instant since, byte[] bytes, Instant now) {
    String file = Digest.sha256(bytes);
    Credential credential = bytes.length > PictureReader.MOST_BYTES ? null : credentials.of(bytes);
    Sighting sighting =
        switch (PictureReader.look(bytes)) {
          case PictureReader.Look.Seen seen ->
              new Sighting(
                  article,
                  url,
                  since,
                  now,
                  file,
                  seen.type(),
                  seen.width(),
                  seen.height(),
                  seen.hash().isPresent()
                      ? HexFormat.of().toHexDigits(seen.hash().getAsLong())
                      : null,
                  credential,
                  null,
                  tries(article, url));
          case PictureReader.Look.Blind blind ->
              new Sighting(
                  article,
                  url,
                  since,
                  now,
                  file,
                  null,
                  0,
                  0,
                  null,
                  credential,
                  blind.why(),
                  tries(article, url));
        };
    keep(sighting);
    return sighting;
  }

  /// Remembers that a picture could not be had.
  ///
  /// @param forGood whether to ask again is of no use
  public void missed(
      String article, String url, Instant since, String why, boolean forGood, Instant now) {
    int tries = forGood ? MOST_TRIES : tries(article, url);
    keep(new Sighting(article, url, since, now, null, null, 0, 0, null, null, why, tries));
  }

  private synchronized int tries(String article, String url) {
    Sighting before = byArticle.get(article);
    return before != null && before.url().equals(url) ? before.tries() + 1 : 1;
  }

  private synchronized void keep(Sighting sighting) {
    if (byArticle.size() < MOST || byArticle.containsKey(sighting.article())) {
      shelf.put(new Shelf.Paper(KIND, sighting.article(), JSON.writeValueAsString(sighting)));
      index(sighting);
    }
  }

  private synchronized void index(Sighting sighting) {
    Sighting before = byArticle.put(sighting.article(), sighting);
    if (before != null) {
      Optional.ofNullable(before.sha256()).ifPresent(k -> without(byFile, k, before));
      Optional.ofNullable(hash(before)).ifPresent(k -> without(byHash, k, before));
    }
    Optional.ofNullable(sighting.sha256())
        .ifPresent(
            k -> byFile.computeIfAbsent(k, f -> new LinkedHashSet<>()).add(sighting.article()));
    Long hash = hash(sighting);
    if (hash != null) {
      hashes.add(hash);
      byHash.computeIfAbsent(hash, k -> new LinkedHashSet<>()).add(sighting.article());
    }
  }

  private static <K> void without(Map<K, Set<String>> all, K key, Sighting gone) {
    all.getOrDefault(key, new LinkedHashSet<>()).remove(gone.article());
  }

  private static @Nullable Long hash(Sighting sighting) {
    String hex = sighting.hash();
    return hex == null ? null : HexFormat.fromHexDigitsToLong(hex);
  }

  /// Whether an article's picture is to be asked for now.
  public synchronized boolean wants(String article, String url, Instant now) {
    Sighting known = byArticle.get(article);
    return known == null
        || !known.url().equals(url)
        || (known.sha256() == null
            && known.tries() < MOST_TRIES
            && now.isAfter(known.fetched().plus(BETWEEN_TRIES)));
  }

  /// Whether that may be so, as far as can be told without the article: cheap.
  public synchronized boolean mayWant(String article, Instant now) {
    Sighting known = byArticle.get(article);
    return known == null || wants(article, known.url(), now);
  }

  /// @return what was seen of an article's picture
  public synchronized Optional<Sighting> of(String article) {
    return Optional.ofNullable(byArticle.get(article));
  }

  /// @return other articles with the same picture or one that looks so (at most 10 of 64 bits
  ///   differ), the earliest first, at most 20
  public synchronized List<Sighting.Reuse> reuses(String article) {
    Sighting own = byArticle.get(article);
    if (own == null) {
      return List.of();
    }
    Long hash = hash(own);
    var found = new HashMap<String, Integer>();
    if (hash != null) {
      for (long near : hashes.near(hash)) {
        byHash
            .getOrDefault(near, Set.of())
            .forEach(id -> found.put(id, NearHashes.distance(hash, near)));
      }
    }
    String file = own.sha256();
    if (file != null) {
      byFile.getOrDefault(file, Set.of()).forEach(id -> found.put(id, 0));
    }
    found.remove(article);
    var out = new ArrayList<Sighting.Reuse>();
    found.forEach((id, distance) ->
        Optional.ofNullable(byArticle.get(id))
            .ifPresent(other ->
                out.add(
                    new Sighting.Reuse(
                        other, other.sha256() != null && other.sha256().equals(file), distance))));
    out.sort(Comparator.comparing(reuse -> reuse.other().since()));
    return out.stream().limit(MOST_REUSES).toList();
  }

  /// @return how many pictures were seen
  public synchronized int size() {
    return (int) byArticle.values().stream().filter(s -> s.sha256() != null).count();
  }
}
