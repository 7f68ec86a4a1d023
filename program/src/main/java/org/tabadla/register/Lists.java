package org.tabadla.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lists that commitments stand in, how full each is, what of each is due, and where its
/// sources differ. All is kept as commitments change, so that no page counts.
///
/// A list goes by its path: `` for all, `party/…`, `pair/CN-PK`, `sector/…`, `place/…`, `status/…`,
/// and each but the last also of one status alone: `party/…#signed`.
final class Lists {
  /// What parts a list's path from the status that it is narrowed to.
  static final char AT = '#';

  private static final NavigableSet<Place> NONE = new TreeSet<>();
  private static final NavigableSet<Due> NOTHING_DUE = new TreeSet<>();

  private final Map<String, NavigableSet<Place>> lists = new HashMap<>();
  private final Map<String, NavigableSet<Place>> contested = new HashMap<>();
  private final Map<String, NavigableSet<Due>> due = new HashMap<>();
  private final Map<String, NavigableSet<Counted>> fullest = new HashMap<>();
  private final Map<String, Shelved> shelved = new HashMap<>();
  private final Map<String, List<String>> articles = new HashMap<>();
  private final Spots spots = new Spots();

  /// How many commitments stand under a key.
  record Counted(String key, int count) implements Comparable<Counted> {
    @Override
    public int compareTo(Counted other) {
      return count == other.count ? key.compareTo(other.key) : other.count - count;
    }
  }

  /// Something that is due on a day.
  record Due(LocalDate day, String commitment) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::day).thenComparing(Due::commitment);

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  /// What a commitment was put under, so that it is found there again.
  private record Shelved(
      Place place, Keys keys, Status status, List<LocalDate> due, boolean contested) {
    List<String> paths() {
      var out = new ArrayList<String>();
      for (String path : keys.paths()) {
        out.add(path);
        out.add(path + AT + status.word());
      }
      out.add("");
      out.add(Shelf.Kind.STATUS.step() + "/" + status.word());
      return out;
    }
  }

  /// @return under which keys a commitment stands; null where it is not here
  @Nullable Keys keys(String commitment) {
    Shelved at = shelved.get(commitment);
    return at == null ? null : at.keys();
  }

  /// Puts a commitment where it belongs, and takes it away from where it stood.
  void put(Commitment commitment, Keys keys) {
    var now =
        new Shelved(
            new Place(commitment.last(), commitment.id()),
            keys,
            commitment.newest().status(),
            commitment.open().stream()
                .flatMap(p -> Stream.ofNullable(p.lastDay()))
                .distinct()
                .sorted()
                .toList(),
            !Difference.of(commitment).isEmpty());
    Shelved before = shelved.put(commitment.id(), now);
    if (now.equals(before)) {
      return;
    }
    if (before != null) {
      take(before);
    }
    for (String path : now.paths()) {
      NavigableSet<Place> list = lists.computeIfAbsent(path, k -> new TreeSet<>());
      list.add(now.place());
      count(path, list.size() - 1, list.size());
      if (now.contested()) {
        contested.computeIfAbsent(path, k -> new TreeSet<>()).add(now.place());
      }
      for (LocalDate day : now.due()) {
        due.computeIfAbsent(path, k -> new TreeSet<>()).add(new Due(day, commitment.id()));
      }
    }
    keys.articles().forEach(a -> articles.merge(a, List.of(commitment.id()), Lists::both));
    spots.change(keys, now.status(), 1);
  }

  private static List<String> both(List<String> before, List<String> now) {
    return Stream.concat(before.stream(), now.stream()).distinct().toList();
  }

  /// Takes a commitment away that is none any more.
  void remove(String commitment) {
    Shelved before = shelved.remove(commitment);
    if (before != null) {
      take(before);
    }
  }

  private void take(Shelved before) {
    String id = before.place().commitment();
    for (String path : before.paths()) {
      remove(lists, path, before.place());
      int left = size(path);
      count(path, left + 1, left);
      remove(contested, path, before.place());
      before.due().forEach(day -> remove(due, path, new Due(day, id)));
    }
    for (String article : before.keys().articles()) {
      articles.computeIfPresent(
          article,
          (a, all) -> {
            List<String> rest = all.stream().filter(c -> !c.equals(id)).toList();
            return rest.isEmpty() ? null : rest;
          });
    }
    spots.change(before.keys(), before.status(), -1);
  }

  private static <T> void remove(Map<String, NavigableSet<T>> all, String path, T one) {
    NavigableSet<T> list = all.get(path);
    if (list != null) {
      list.remove(one);
      if (list.isEmpty()) {
        all.remove(path);
      }
    }
  }

  /// Keeps the lists of each kind in the order of how full they are.
  private void count(String path, int before, int after) {
    int slash = path.indexOf('/');
    if (slash < 0 || path.indexOf(AT) >= 0) {
      return;
    }
    String key = path.substring(slash + 1);
    NavigableSet<Counted> kind =
        fullest.computeIfAbsent(path.substring(0, slash), k -> new TreeSet<>());
    kind.remove(new Counted(key, before));
    if (after > 0) {
      kind.add(new Counted(key, after));
    }
  }

  /// @param after where the reader has come to; null for the beginning
  List<String> on(String path, @Nullable Place after, int limit) {
    return from(lists.getOrDefault(path, NONE), after, limit);
  }

  /// @return those of a list on which its sources differ
  List<String> contested(String path, @Nullable Place after, int limit) {
    return from(contested.getOrDefault(path, NONE), after, limit);
  }

  private static List<String> from(NavigableSet<Place> all, @Nullable Place after, int limit) {
    return (after == null ? all : all.tailSet(after, false))
        .stream().limit(limit).map(Place::commitment).toList();
  }

  /// @return what an article told of
  List<String> ofArticle(String article) {
    return articles.getOrDefault(article, List.of());
  }

  int size(String path) {
    NavigableSet<Place> places = lists.get(path);
    return places == null ? 0 : places.size();
  }

  int contested(String path) {
    return contested.getOrDefault(path, NONE).size();
  }

  /// @return the lists of a kind, the fullest first
  List<Counted> fullest(String kind, int limit) {
    return fullest.getOrDefault(kind, new TreeSet<>()).stream().limit(limit).toList();
  }

  /// @param until before which day it was due, that day left out
  /// @return what of a list was due and of which nobody has told since, the longest silent first
  List<String> silent(String path, LocalDate until, int limit) {
    return commitments(due.getOrDefault(path, NOTHING_DUE).headSet(day(until)), limit);
  }

  /// @return what of a list falls due from a day on, the next first
  List<String> coming(String path, LocalDate from, int limit) {
    return commitments(due.getOrDefault(path, NOTHING_DUE).tailSet(day(from)), limit);
  }

  /// @return what was due on one of these days, the last left out, and of which nobody has told
  List<String> fellDue(LocalDate from, LocalDate until, int limit) {
    return commitments(due.getOrDefault("", NOTHING_DUE).subSet(day(from), day(until)), limit);
  }

  private static Due day(LocalDate day) {
    return new Due(day, "");
  }

  private static List<String> commitments(Collection<Due> all, int limit) {
    return all.stream().map(Due::commitment).distinct().limit(limit).toList();
  }

  Spots spots() {
    return spots;
  }

  /// @return when a source spoke of a commitment last
  @Nullable Instant last(String commitment) {
    Shelved at = shelved.get(commitment);
    return at == null ? null : at.place().at();
  }
}
