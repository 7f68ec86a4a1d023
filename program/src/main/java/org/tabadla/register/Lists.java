package org.tabadla.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lists that commitments stand in, how full each is, what of each is due, and where its
/// sources differ. All is kept as commitments change, so that no page counts. Changes are held
/// until {@link #settle}: at a start a commitment is put into its lists once, whatever was done to
/// it, and all of them in the order of the lists.
///
/// A list goes by its path: `` for all, `party/…`, `pair/CN-PK`, `sector/…`, `place/…`, `status/…`,
/// and each but the last also of one status alone: `party/…#signed`.
final class Lists {
  /// What parts a list's path from the status that it is narrowed to.
  static final char AT = '#';

  private static final NavigableSet<Place> NONE = Collections.emptyNavigableSet();
  private static final NavigableSet<Due> NOTHING_DUE = Collections.emptyNavigableSet();
  private static final Row EMPTY = new Row("");

  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, NavigableSet<Counted>> fullest = new HashMap<>();
  private final Map<String, Shelved> shelved = new HashMap<>();
  private final Map<String, Held> held = new HashMap<>();
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

  /// One list.
  private static final class Row {
    final String path;
    final NavigableSet<Place> places = new TreeSet<>();

    /// The next two are made when there is something for them: most lists are short.
    NavigableSet<Place> contested = NONE;

    NavigableSet<Due> due = NOTHING_DUE;

    /// How full the list was when its kind was put in order last.
    int counted;

    /// Whether it was changed since.
    boolean isTouched;

    Row(String path) {
      this.path = path;
    }

    void dispute(Place place) {
      contested = contested.isEmpty() ? new TreeSet<>() : contested;
      contested.add(place);
    }

    void fall(Due day) {
      due = due.isEmpty() ? new TreeSet<>() : due;
      due.add(day);
    }
  }

  /// How a commitment stands that is not in its lists yet.
  private record Held(Commitment commitment, Keys keys) {
    Shelved shelved() {
      return new Shelved(
          new Place(commitment.last(), commitment.id()),
          keys,
          commitment.newest().status(),
          commitment.open().stream()
              .flatMap(p -> Stream.ofNullable(p.lastDay()))
              .distinct()
              .sorted()
              .toList(),
          !Difference.of(commitment).isEmpty());
    }
  }

  /// @return under which keys a commitment stands; null where it is not here
  @Nullable Keys keys(String commitment) {
    Held waiting = held.get(commitment);
    if (waiting != null) {
      return waiting.keys();
    }
    Shelved at = shelved.get(commitment);
    return at == null ? null : at.keys();
  }

  /// Says how a commitment stands now.
  void put(Commitment commitment, Keys keys) {
    held.put(commitment.id(), new Held(commitment, keys));
  }

  /// Puts what was changed where it belongs, and takes it away from where it stood.
  void settle() {
    if (held.isEmpty()) {
      return;
    }
    List<Shelved> all =
        held.values().stream()
            .map(Held::shelved)
            .sorted(Comparator.comparing(Shelved::place))
            .toList();
    held.clear();
    var touched = new ArrayList<Row>();
    var falling = new ArrayList<Falling>();
    for (Shelved now : all) {
      Shelved before = shelved.put(now.place().commitment(), now);
      if (!now.equals(before)) {
        if (before != null) {
          take(before, touched);
        }
        put(now, touched, falling);
      }
    }
    falling.sort(Comparator.comparing(Falling::due));
    falling.forEach(each -> each.rows().forEach(row -> row.fall(each.due())));
    count(touched);
  }

  /// Something due, and the lists where that is to stand.
  private record Falling(Due due, List<Row> rows) {}

  private void put(Shelved now, List<Row> touched, List<Falling> falling) {
    String id = now.place().commitment();
    var in = new ArrayList<Row>();
    for (String path : now.paths()) {
      Row row = rows.computeIfAbsent(path, Row::new);
      row.places.add(now.place());
      if (now.contested()) {
        row.dispute(now.place());
      }
      touch(row, touched);
      in.add(row);
    }
    now.due().forEach(day -> falling.add(new Falling(new Due(day, id), in)));
    now.keys().articles().forEach(a -> articles.merge(a, List.of(id), Lists::both));
    spots.change(now.keys(), now.status(), 1);
  }

  private static List<String> both(List<String> before, List<String> now) {
    return Stream.concat(before.stream(), now.stream()).distinct().toList();
  }

  /// Takes a commitment away that is none any more.
  void remove(String commitment) {
    held.remove(commitment);
    Shelved before = shelved.remove(commitment);
    if (before != null) {
      var touched = new ArrayList<Row>();
      take(before, touched);
      count(touched);
    }
  }

  private static void touch(Row row, List<Row> touched) {
    if (!row.isTouched) {
      row.isTouched = true;
      touched.add(row);
    }
  }

  private void take(Shelved before, List<Row> touched) {
    String id = before.place().commitment();
    for (String path : before.paths()) {
      Row row = rows.get(path);
      if (row != null) {
        row.places.remove(before.place());
        if (before.contested()) {
          row.contested.remove(before.place());
        }
        before.due().forEach(day -> row.due.remove(new Due(day, id)));
        touch(row, touched);
      }
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

  /// Keeps the lists of each kind in the order of how full they are.
  private void count(List<Row> touched) {
    for (Row row : touched) {
      row.isTouched = false;
      int before = row.counted;
      int after = row.places.size();
      row.counted = after;
      if (after == 0) {
        rows.remove(row.path);
      }
      int slash = row.path.indexOf('/');
      if (before != after && slash >= 0 && row.path.indexOf(AT) < 0) {
        String key = row.path.substring(slash + 1);
        NavigableSet<Counted> kind =
            fullest.computeIfAbsent(row.path.substring(0, slash), k -> new TreeSet<>());
        kind.remove(new Counted(key, before));
        if (after > 0) {
          kind.add(new Counted(key, after));
        }
      }
    }
  }

  private Row row(String path) {
    return rows.getOrDefault(path, EMPTY);
  }

  /// @param after where the reader has come to; null for the beginning
  List<String> on(String path, @Nullable Place after, int limit) {
    return from(row(path).places, after, limit);
  }

  /// @return those of a list on which its sources differ
  List<String> contested(String path, @Nullable Place after, int limit) {
    return from(row(path).contested, after, limit);
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
    return row(path).places.size();
  }

  int contested(String path) {
    return row(path).contested.size();
  }

  /// @return the lists of a kind, the fullest first
  List<Counted> fullest(String kind, int limit) {
    return fullest.getOrDefault(kind, new TreeSet<>()).stream().limit(limit).toList();
  }

  /// @param until before which day it was due, that day left out
  /// @return what of a list was due and of which nobody has told since, the longest silent first
  List<String> silent(String path, LocalDate until, int limit) {
    return commitments(row(path).due.headSet(day(until)), limit);
  }

  /// @return what of a list falls due from a day on, the next first
  List<String> coming(String path, LocalDate from, int limit) {
    return commitments(row(path).due.tailSet(day(from)), limit);
  }

  /// @return what was due on one of these days, the last left out, and of which nobody has told
  List<String> fellDue(LocalDate from, LocalDate until, int limit) {
    return commitments(row("").due.subSet(day(from), day(until)), limit);
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
