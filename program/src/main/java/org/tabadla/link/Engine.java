package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one engine behind linking and its streams: holds the latest articles, finds copies and
/// stories among them. Not thread-safe.
///
/// What one article costs does not depend on how many were seen: the articles held are bounded, and
/// so is every list that is walked.
final class Engine {
  /// @param match why it joined; null when it began the story, or came with a copy
  /// @param copy the nearest text that shares a run; null when none does
  /// @param near stories near it, its own left out, nearest first
  record Outcome(
      Profile profile,
      Held held,
      Stories.@Nullable Match match,
      Copies.@Nullable Match copy,
      List<Stories.Match> near) {
    Story story() {
      return held.story;
    }
  }

  /// An article that went from one story to another when stories were looked at as wholes.
  ///
  /// @param marks what both stories shared, as the article writes it
  record Move(Held article, String from, String to, List<String> marks) {}

  /// Raised with every change of what is held or of how texts are cut: what an older program wrote
  /// is made anew from the records then.
  private static final int FORMAT = 1;

  private static final int TIDY_EVERY = 2_000;
  private static final int REVIEW_EVERY = 128;
  private static final int WORDS_KEPT = 52;
  private static final int MARKS_KEPT = 34;
  private static final int FORMS_COMPARED = 8;
  private static final double ISSUE = 0.35;

  /// Of whole stories more is known, so their texts must be nearer to be two issues of one form.
  private static final double ISSUE_OF_STORIES = 0.5;

  private static final int MOST_MOVES = 100_000;
  private static final int MOST_PASSES = 6;
  private static final int FEWEST_PARTED = 4;
  private static final int OFTEN_PARTED = 16;
  private static final int MOST_PARTED = 48;
  static final double LIKELY = 0.5;

  /// Far below {@link #LIKELY}, so that a story does not part and join by turns.
  private static final double UNLIKELY = 0.1;

  private final Options options;
  private final Frequencies frequencies;
  private final Copies copies;
  private final Stories stories;
  private final Table<Held> held = new Table<>();
  private final Map<String, Held> byId = new HashMap<>();
  private final Map<String, Story> byName = new HashMap<>();
  private final Deque<Story> toReview = new ArrayDeque<>();
  private final ArrayDeque<Move> moves = new ArrayDeque<>();
  private final boolean reviewing;
  private int first;
  private int next;
  private int untilTidy = TIDY_EVERY;

  Engine(Options options) {
    this(options, new Frequencies());
  }

  /// @param frequencies in which nothing is counted yet
  Engine(Options options, Frequencies frequencies) {
    this(options, Judge.shipped(), true, frequencies);
  }

  Engine(Options options, Judge judge, boolean reviewing, Frequencies frequencies) {
    this.options = options;
    this.frequencies = frequencies;
    this.copies = new Copies(options.copy(), this::copied);
    this.stories = new Stories(new Evidence(frequencies, held::get), judge);
    this.reviewing = reviewing;
  }

  private @Nullable Copied copied(int place) {
    Held one = held.get(place);
    return one == null ? null : one.copied;
  }

  @Nullable Held at(int place) {
    return held.get(place);
  }

  @Nullable Held of(String id) {
    return byId.get(id);
  }

  int size() {
    return held.size();
  }

  /// @param storyName what the story is called if this article begins it
  /// @param known the story that the caller knows it to belong to; null to find it
  Outcome place(Item item, String storyName, @Nullable String known) {
    return place(Profile.of(item, true), storyName, known);
  }

  /// @param profile with its marks
  Outcome place(Profile profile, String storyName, @Nullable String known) {
    Held old = of(profile.id());
    String told = known != null ? known : old == null ? null : old.story.name;
    if (old != null) {
      drop(old);
    } else {
      Weighed.count(profile, frequencies);
    }
    Weighed weighed = Weighed.of(profile, frequencies);
    var article =
        Held.of(
            next++,
            weighed,
            Sketch.of(weighed.words(), WORDS_KEPT),
            Sketch.of(weighed.marks(), MARKS_KEPT));
    Copies.Match copy = copies.nearest(profile, article.copied);
    List<Stories.Match> near = stories.near(article);
    Held original = copy != null && copy.copy() ? held.get(copy.place()) : null;
    Stories.Match match = told != null || original != null ? null : join(near, article);
    Story story =
        told != null
            ? named(told)
            : original != null ? original.story : match != null ? match.story() : named(storyName);
    article.story = story;
    article.root = root(original, profile.id());
    hold(article, profile);
    near.removeIf(m -> m.story() == story);
    if (reviewing && next % REVIEW_EVERY == 0) {
      review();
    }
    return new Outcome(profile, article, match, copy, near);
  }

  /// An original that was changed: its copies are now the earlier texts, but not the source.
  private static @Nullable String root(@Nullable Held original, String own) {
    if (original == null) {
      return null;
    }
    String root = original.root == null ? original.id : original.root;
    return root.equals(own) ? null : root;
  }

  private Story named(String name) {
    return byName.computeIfAbsent(name, stories::begin);
  }

  private Stories.@Nullable Match join(List<Stories.Match> near, Held article) {
    for (Stories.Match match : near) {
      if (match.chance() >= LIKELY && !isOtherIssue(match.story(), article, ISSUE)) {
        return match;
      }
    }
    return null;
  }

  /// A story whose nearest article fills the same form with other numbers is yesterday's bulletin.
  ///
  /// @param least the share of the form from which it is the same
  private boolean isOtherIssue(Story story, Held article, double least) {
    double most = least;
    boolean other = false;
    for (int place : story.latestOf(FORMS_COMPARED)) {
      Copied earlier = copied(place);
      if (earlier != null && !earlier.id().equals(article.id)) {
        double shared = copies.shared(article.copied, earlier);
        if (shared >= most) {
          most = shared;
          other = !article.copied.sameNumbers(earlier);
        }
      }
    }
    return other;
  }

  private void hold(Held article, Profile profile) {
    held.put(article.place, article);
    byId.put(article.id, article);
    enter(article.story, article);
    copies.add(article.place, profile);
    while (held.size() > options.mostArticles()) {
      Held oldest = held.get(first);
      if (oldest != null) {
        drop(oldest);
      }
      first++;
    }
    if (--untilTidy <= 0) {
      copies.tidy();
      stories.tidy();
      untilTidy = Math.max(TIDY_EVERY, held.size() / 3);
    }
  }

  private void enter(Story story, Held article) {
    boolean waiting = story.changed;
    stories.add(story, article);
    if (!waiting) {
      toReview.add(story);
    }
  }

  private void drop(Held old) {
    held.remove(old.place);
    byId.remove(old.id);
    leave(old);
  }

  private void leave(Held article) {
    Story story = article.story;
    story.remove(article);
    if (story.size() == 0) {
      stories.forget(story);
      byName.remove(story.name);
    }
  }

  /// Looks at whole stories that changed since the last time: those that turn out to be one become
  /// one, and what fits another better goes there.
  void review() {
    for (int n = toReview.size(); n > 0; n--) {
      Story story = toReview.remove();
      story.changed = false;
      if (stories.holds(story) && !merge(story)) {
        part(story);
      }
    }
  }

  /// Looks until nothing changes, as far as that takes a bounded time.
  void reviewAll() {
    for (int pass = 0; pass < MOST_PASSES && !toReview.isEmpty(); pass++) {
      review();
    }
  }

  /// @return whether it went into another
  private boolean merge(Story story) {
    for (Stories.Match match : stories.near(story)) {
      if (match.chance() < LIKELY) {
        return false;
      }
      if (!areOtherIssues(story, match.story())) {
        for (int place : story.members()) {
          move(place, match.story());
        }
        return true;
      }
    }
    return false;
  }

  /// A story that took two events in is parted. A small one is asked whenever it changed, a larger
  /// one at each doubling of its size, so that what the asking costs an article does not grow. The
  /// smaller part goes, under the name of its first article.
  private void part(Story story) {
    boolean often = story.parted <= OFTEN_PARTED;
    if (story.size() < (often ? FEWEST_PARTED : 2 * story.parted)) {
      return;
    }
    story.parted = story.size();
    List<Held> latest =
        Arrays.stream(story.latestOf(MOST_PARTED))
            .mapToObj(held::get)
            .filter(Objects::nonNull)
            .toList();
    for (List<Held> part : Parting.of(latest)) {
      List<Held> rest = new ArrayList<>(latest);
      rest.removeAll(part);
      Optional<String> name =
          part.stream().map(one -> one.id).filter(id -> !byName.containsKey(id)).findFirst();
      if (name.isPresent() && stories.belongs(part, rest) < UNLIKELY) {
        Story other = named(name.get());
        part.forEach(one -> move(one.place, other));
        return;
      }
    }
  }

  private boolean areOtherIssues(Story small, Story large) {
    int[] latest = small.latestOf(FORMS_COMPARED);
    int issues = 0;
    for (int place : latest) {
      Held one = held.get(place);
      issues += one != null && isOtherIssue(large, one, ISSUE_OF_STORIES) ? 1 : 0;
    }
    return 2 * issues > latest.length;
  }

  private void move(int place, Story to) {
    Held article = held.get(place);
    if (article == null) {
      return;
    }
    String from = article.story.name;
    List<String> shared =
        Stories.shared(article.marks(), to.marks).stream()
            .map(article::shown)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    leave(article);
    article.story = to;
    enter(to, article);
    if (moves.size() == MOST_MOVES) {
      moves.removeFirst();
    }
    moves.add(new Move(article, from, to.name, shared));
  }

  /// Writes down all that it holds, so that another engine goes on exactly where this one is. Moves
  /// that nobody asked for yet are not among it.
  void write(DataOutput out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(first);
    out.writeInt(next);
    out.writeInt(untilTidy);
    frequencies.write(out);
    int[] places = held.keys();
    out.writeInt(places.length);
    for (int place : places) {
      Objects.requireNonNull(held.get(place)).write(out);
    }
    stories.write(out, toReview);
    copies.write(out);
  }

  /// Takes what was written, instead of nothing: only an engine that never saw an article may.
  ///
  /// @throws IOException when it was not written so
  void read(DataInput in) throws IOException {
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("format " + format + ", not " + FORMAT);
    }
    first = in.readInt();
    next = in.readInt();
    untilTidy = in.readInt();
    frequencies.read(in);
    Map<String, String> langs = new HashMap<>();
    UnaryOperator<String> once = lang -> langs.computeIfAbsent(lang, own -> own);
    for (int some = Packed.length(in); some > 0; some--) {
      Held one = Held.read(in, once);
      held.put(one.place, one);
      byId.put(one.id, one);
    }
    toReview.addAll(stories.read(in, held::get, once));
    stories.all().forEach(story -> byName.put(story.name, story));
    copies.read(in);
  }

  /// @return the bytes of the indexes
  long indexBytes() {
    return copies.bytes() + stories.bytes();
  }

  boolean hasMoves() {
    return !moves.isEmpty();
  }

  /// @return the articles that came last, the latest first
  List<Held> latest(int most) {
    List<Held> out = new ArrayList<>();
    for (int place = next - 1; place >= first && out.size() < most; place--) {
      Held one = held.get(place);
      if (one != null) {
        out.add(one);
      }
    }
    return out;
  }

  /// @return what was moved since the last call, in order
  List<Move> moved() {
    List<Move> out = List.copyOf(moves);
    moves.clear();
    return out;
  }
}
