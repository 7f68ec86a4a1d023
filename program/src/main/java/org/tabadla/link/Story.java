package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One story as far as it is remembered: the sum of its articles, per language and in marks.
final class Story {
  private static final int FIRST_ROOM = 2;

  /// Of an article that is not placed yet.
  static final Story NONE = new Story(-1, "");

  /// The sum of the articles in one language.
  record Side(String lang, int salt, Centroid words) {}

  final int place;
  final String name;
  final Centroid marks;
  private final List<Side> sides = new ArrayList<>(1);

  /// Places of its articles, in the order in which they came, from `from` to `to`.
  private int[] members = new int[FIRST_ROOM];

  private int from;
  private int to;

  /// Whether it is to be looked at as a whole.
  boolean changed;

  /// How many articles it had when it was last asked whether it is two.
  int parted;

  @Nullable Instant first;
  @Nullable Instant last;

  Story(int place, String name) {
    this(place, name, new Centroid());
  }

  private Story(int place, String name, Centroid marks) {
    this.place = place;
    this.name = name;
    this.marks = marks;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(place);
    out.writeUTF(name);
    Packed.ints(out, members());
    out.writeInt(parted);
    Packed.instant(out, first);
    Packed.instant(out, last);
    marks.write(out);
    out.writeInt(sides.size());
    for (Side side : sides) {
      out.writeUTF(side.lang());
      side.words().write(out);
    }
  }

  /// @param held the articles that stories name, read before
  static Story read(DataInput in, IntFunction<@Nullable Held> held, UnaryOperator<String> known)
      throws IOException {
    int place = in.readInt();
    String name = in.readUTF();
    int[] members = Packed.ints(in);
    List<Held> articles = new ArrayList<>(members.length);
    for (int member : members) {
      Held one = held.apply(member);
      if (one == null) {
        throw new IOException("story " + name + " names article " + member + ", which is not held");
      }
      articles.add(one);
    }
    int parted = in.readInt();
    Instant first = Packed.instant(in);
    Instant last = Packed.instant(in);
    // The article that began the story gave it its name: one string is enough.
    String own = articles.stream().map(one -> one.id).filter(name::equals).findAny().orElse(name);
    var story = new Story(place, own, Centroid.read(in, () -> articles.getFirst().marks()));
    for (int sides = Packed.length(in); sides > 0; sides--) {
      String lang = known.apply(in.readUTF());
      Centroid words = Centroid.read(in, () -> wordsOf(articles, lang));
      story.sides.add(new Side(lang, Marks.salt(lang), words));
    }
    story.members = members.length == 0 ? new int[FIRST_ROOM] : members;
    story.to = members.length;
    story.parted = parted;
    story.first = first;
    story.last = last;
    articles.forEach(one -> one.story = story);
    return story;
  }

  private static Sketch wordsOf(List<Held> articles, String lang) {
    for (Held one : articles) {
      if (one.lang().equals(lang)) {
        return one.words();
      }
    }
    return Sketch.NONE;
  }

  int size() {
    return to - from;
  }

  List<Side> sides() {
    return sides;
  }

  @Nullable Side side(String lang) {
    for (Side side : sides) {
      if (side.lang().equals(lang)) {
        return side;
      }
    }
    return null;
  }

  /// @param back 0 for the latest article, 1 for the one before it
  /// @return its place
  int latest(int back) {
    return members[to - 1 - back];
  }

  /// @return places of its latest articles, the latest first
  int[] latestOf(int most) {
    var out = new int[Math.min(most, size())];
    for (int i = 0; i < out.length; i++) {
      out[i] = members[to - 1 - i];
    }
    return out;
  }

  /// @return places of all its articles, in the order in which they came
  int[] members() {
    return Arrays.copyOfRange(members, from, to);
  }

  void add(Held held) {
    Side side = side(held.lang());
    if (side == null) {
      side = new Side(held.lang(), Marks.salt(held.lang()), new Centroid());
      sides.add(side);
    }
    side.words().add(held.words());
    marks.add(held.marks());
    insert(held.place);
    changed = true;
    Instant date = held.date();
    if (date != null) {
      first = first == null || date.isBefore(first) ? date : first;
      last = last == null || date.isAfter(last) ? date : last;
    }
  }

  private void insert(int article) {
    if (to == members.length) {
      int size = size();
      int[] room = size * 2 > members.length ? new int[members.length * 2] : members;
      System.arraycopy(members, from, room, 0, size);
      members = room;
      from = 0;
      to = size;
    }
    int at = to++;
    // An article that moves here may be older than some; the order is that of arrival.
    while (at > from && members[at - 1] > article) {
      members[at] = members[at - 1];
      at--;
    }
    members[at] = article;
  }

  void remove(Held held) {
    Side side = side(held.lang());
    if (side != null) {
      side.words().subtract(held.words());
      if (side.words().size() <= 0) {
        sides.remove(side);
      }
    }
    marks.subtract(held.marks());
    int at = Arrays.binarySearch(members, from, to, held.place);
    if (at == from) {
      from++;
    } else if (at > from) {
      System.arraycopy(members, at + 1, members, at, to - at - 1);
      to--;
    }
  }

  /// Frees what is kept only while the story is looked at as a whole.
  void rest() {
    sides.forEach(side -> side.words().rest());
    marks.rest();
  }

  /// @return how far a date lies from the story's articles; zero within them or when not known
  Duration distance(@Nullable Instant date) {
    if (date == null || first == null || last == null) {
      return Duration.ZERO;
    }
    if (date.isBefore(first)) {
      return Duration.between(date, first);
    }
    return date.isAfter(last) ? Duration.between(last, date) : Duration.ZERO;
  }

  /// @return how far apart two stories are; zero when they overlap or a date is not known
  Duration distance(Story other) {
    if (first != null && other.first != null && other.last != null) {
      if (other.last.isBefore(first)) {
        return Duration.between(other.last, first);
      }
      return distance(other.first);
    }
    return Duration.ZERO;
  }
}
