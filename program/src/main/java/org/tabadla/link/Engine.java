package org.tabadla.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one engine behind linking and its streams: holds the latest articles, finds copies and
/// stories among them. Not thread-safe.
///
/// What one article costs does not depend on how many were seen: the articles held are bounded, and
/// so is every list that is walked.
final class Engine {
  /// @param article its place
  /// @param story the story that it now belongs to
  /// @param match why it joined; null when it began the story, or came with a copy
  /// @param copy the nearest text that shares a run; null when none does
  /// @param root the id of the earliest of the near copies; null when it is a copy of none
  /// @param near stories near it, its own left out
  record Outcome(
      int article,
      Weighed weighed,
      Story story,
      Stories.@Nullable Match match,
      Copies.@Nullable Match copy,
      @Nullable String root,
      List<Stories.Match> near) {}

  /// An article that is held.
  ///
  /// @param root the id of the earliest text that it copies, held or not; null when it copies none
  record Held(Weighed weighed, Story story, @Nullable String root) {}

  private static final int TIDY_EVERY = 1_000;

  private final Options options;
  private final Frequencies frequencies = new Frequencies();
  private final Copies copies;
  private final Stories stories;
  private final Map<Integer, Held> held = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Story> byName = new HashMap<>();
  private int first;
  private int next;

  Engine(Options options) {
    this.options = options;
    this.copies = new Copies(options.copy());
    this.stories = new Stories(options);
  }

  @Nullable Held at(int place) {
    return held.get(place);
  }

  @Nullable Held of(String id) {
    Integer place = places.get(id);
    return place == null ? null : held.get(place);
  }

  /// @param storyName what the story is called if this article begins it
  /// @param known the story that the caller knows it to belong to; null to find it
  Outcome place(Item item, String storyName, @Nullable String known) {
    Profile profile = Profile.of(item, true);
    Integer before = places.get(item.id());
    Held old = before == null ? null : held.get(before);
    String told = known != null ? known : old == null ? null : old.story().name;
    if (before != null && old != null) {
      drop(before, old);
    } else {
      Weighed.count(profile, frequencies);
    }
    Weighed weighed = Weighed.of(profile, frequencies);
    Copies.Match copy = copies.nearest(profile);
    List<Stories.Match> near = stories.near(weighed);
    Held original = copy != null && copy.copy() ? held.get(copy.place()) : null;
    Stories.Match match = null;
    Story story = null;
    if (told != null) {
      story = named(told);
    } else if (original != null) {
      story = original.story();
    } else {
      match = join(near, weighed);
      story = match == null ? null : match.story();
    }
    if (story == null) {
      story = stories.begin(storyName);
      byName.put(story.name, story);
    }
    int place = next++;
    String root = original == null ? null : root(original);
    if (item.id().equals(root)) {
      // An original that was changed: its copies are now the earlier texts, but not the source.
      root = null;
    }
    hold(place, weighed, story, root);
    Story own = story;
    near.removeIf(m -> m.story() == own);
    return new Outcome(place, weighed, story, match, copy, root, near);
  }

  private static String root(Held original) {
    return original.root() == null ? original.weighed().profile().id() : original.root();
  }

  private Story named(String name) {
    Story story = byName.get(name);
    if (story == null) {
      story = stories.begin(name);
      byName.put(name, story);
    }
    return story;
  }

  private Stories.@Nullable Match join(List<Stories.Match> near, Weighed weighed) {
    int seen = frequencies.articles(weighed.profile().lang());
    for (Stories.Match match : near) {
      if (stories.joins(match, weighed, seen) && !isOtherIssue(match.story(), weighed.profile())) {
        return match;
      }
    }
    return null;
  }

  /// A story whose articles fill the same form with other numbers is yesterday's bulletin.
  private boolean isOtherIssue(Story story, Profile profile) {
    for (int place : story.recent) {
      if (copies.isOtherIssue(profile, place)) {
        return true;
      }
    }
    return false;
  }

  private void hold(int place, Weighed weighed, Story story, @Nullable String root) {
    stories.add(story, place, weighed);
    copies.add(place, weighed.profile().kept());
    held.put(place, new Held(weighed.kept(), story, root));
    places.put(weighed.profile().id(), place);
    while (held.size() > options.mostArticles()) {
      Held oldest = held.get(first);
      if (oldest != null) {
        drop(first, oldest);
      }
      first++;
    }
    if (place % TIDY_EVERY == TIDY_EVERY - 1) {
      copies.tidy();
      stories.tidy();
    }
  }

  private void drop(int place, Held old) {
    held.remove(place);
    places.remove(old.weighed().profile().id());
    copies.remove(place);
    old.story().remove(place, old.weighed());
    if (old.story().live == 0) {
      stories.forget(old.story());
      byName.remove(old.story().name);
    }
  }

  /// A last look at whole stories: two that turn out to be one become one.
  ///
  /// @return the articles that this moves, with the name of the story that they move to
  Map<String, String> merged() {
    Map<Story, Story> into = stories.alike();
    Map<String, String> out = new HashMap<>();
    for (Held one : held.values()) {
      Story target = into.get(one.story());
      if (target != null) {
        out.put(one.weighed().profile().id(), target.name);
      }
    }
    return out;
  }
}
