package org.tabadla.verify.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabadla.model.Digest;
import org.tabadla.model.Shelf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The pictures that the house has seen: which article carries which, and which others carry the
/// same or one that looks so. Facts and no conclusion: an old picture in a new article may be an
/// honest file picture. Safe for use by many threads.
///
/// All of it is on the shelf: what was seen of an article's picture under the article, and the
/// articles under the file's digest and under the hash, the earliest first. Only the hashes are in
/// memory, too, some forty bytes each.
public final class Album {
  private static final String KIND = "verify/picture";
  private static final String BY_FILE = "verify/picture-file";
  private static final String BY_HASH = "verify/picture-hash";
  private static final int PAGE = 1_000;
  private static final int HASH_DIGITS = 16;
  private static final int MOST_REUSES = 20;

  /// More hashes that are near one another are those of a pattern and no picture.
  private static final int MOST_NEAR = 200;

  private static final int MOST_TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofHours(1);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Shelf shelf;
  private final Credential.Reader credentials;
  private final NearHashes hashes = new NearHashes();
  private int size;

  /// Takes the hashes off the shelf: some four seconds for a million.
  public Album(Shelf shelf, Credential.Reader credentials) {
    this.shelf = shelf;
    this.credentials = credentials;
    String after = null;
    List<Shelf.Paper> page;
    do {
      page = shelf.list(BY_HASH, after, PAGE);
      for (Shelf.Paper paper : page) {
        hashes.add(HexFormat.fromHexDigitsToLong(paper.key(), 0, HASH_DIGITS));
      }
      size += page.size();
      after = page.isEmpty() ? after : page.getLast().key();
    } while (page.size() == PAGE);
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

  private int tries(String article, String url) {
    return of(article).filter(seen -> seen.url().equals(url)).map(Sighting::tries).orElse(0) + 1;
  }

  /// A stop in between leaves a place under which the article does not stand any more, or not yet;
  /// whoever looks there sees that it does not.
  private synchronized void keep(Sighting sighting) {
    Optional<Sighting> before = of(sighting.article());
    List<Shelf.Paper> places = places(sighting);
    places.forEach(shelf::put);
    shelf.put(new Shelf.Paper(KIND, sighting.article(), JSON.writeValueAsString(sighting)));
    before.map(Album::places).orElse(List.of()).stream()
        .filter(place -> !places.contains(place))
        .forEach(place -> shelf.remove(place.kind(), place.key()));
    before.filter(seen -> seen.hash() != null).ifPresent(_ -> size--);
    if (sighting.hash() != null) {
      size++;
      hashes.add(HexFormat.fromHexDigitsToLong(sighting.hash()));
    }
  }

  /// Where articles with the same picture stand, the earliest first.
  private static List<Shelf.Paper> places(Sighting of) {
    String end = "/" + of.since().truncatedTo(ChronoUnit.SECONDS) + "/" + of.article();
    return Stream.of(
            Optional.ofNullable(of.hash()).map(hash -> new Shelf.Paper(BY_HASH, hash + end, "{}")),
            Optional.ofNullable(of.sha256()).map(sum -> new Shelf.Paper(BY_FILE, sum + end, "{}")))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Whether an article's picture is to be asked for now.
  public boolean wants(String article, String url, Instant now) {
    return of(article)
        .map(known -> !known.url().equals(url) || (!isSettled(known) && isTime(known, now)))
        .orElse(true);
  }

  /// Whether that may be so, as far as can be told without the article.
  public boolean mayWant(String article, Instant now) {
    return of(article).map(known -> !isSettled(known) && isTime(known, now)).orElse(true);
  }

  /// Whether nothing more is to be had of an article's picture.
  public boolean isSettled(String article) {
    return of(article).filter(Album::isSettled).isPresent();
  }

  private static boolean isSettled(Sighting known) {
    return known.sha256() != null || known.tries() >= MOST_TRIES;
  }

  private static boolean isTime(Sighting known, Instant now) {
    return now.isAfter(known.fetched().plus(BETWEEN_TRIES));
  }

  /// @return what was seen of an article's picture
  public Optional<Sighting> of(String article) {
    return shelf.get(KIND, article).flatMap(Album::read);
  }

  private static Optional<Sighting> read(Shelf.Paper paper) {
    try {
      return Optional.of(JSON.readValue(paper.body(), Sighting.class));
    } catch (JacksonException e) {
      return Optional.empty(); // It can be looked at again.
    }
  }

  /// @return other articles with the same picture or one that looks so (at most 10 of 64 bits
  ///   differ), the earliest first, at most 20
  public List<Sighting.Reuse> reuses(String article) {
    Sighting own = of(article).orElse(null);
    if (own == null) {
      return List.of();
    }
    Map<String, Sighting.Reuse> found = new HashMap<>();
    String hash = own.hash();
    String file = own.sha256();
    for (Near near : hash == null ? List.<Near>of() : near(HexFormat.fromHexDigitsToLong(hash))) {
      for (Sighting other : at(BY_HASH, near.hash())) {
        boolean isSame = file != null && file.equals(other.sha256());
        found.put(other.article(), new Sighting.Reuse(other, isSame, near.distance()));
      }
    }
    for (Sighting other : file == null ? List.<Sighting>of() : at(BY_FILE, file)) {
      found.put(other.article(), new Sighting.Reuse(other, true, 0));
    }
    found.remove(article);
    return found.values().stream()
        .sorted(Comparator.comparing(reuse -> reuse.other().since()))
        .limit(MOST_REUSES)
        .toList();
  }

  /// A hash, and in how many bits it differs from the one that is asked for.
  private record Near(String hash, int distance) {}

  private synchronized List<Near> near(long hash) {
    return hashes.near(hash).stream()
        .map(near -> new Near(HexFormat.of().toHexDigits(near), NearHashes.distance(hash, near)))
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(MOST_NEAR)
        .toList();
  }

  /// @return what stands at a place, the earliest first
  private List<Sighting> at(String kind, String key) {
    return shelf.under(kind, key + "/", MOST_REUSES + 1).stream()
        .flatMap(paper ->
            of(paper.key().substring(paper.key().lastIndexOf('/') + 1))
                .filter(seen -> places(seen).contains(paper))
                .stream())
        .toList();
  }

  /// @return of how many articles the picture can be known again by how it looks
  public synchronized int size() {
    return size;
  }
}
