package org.tabadla.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An article that is held to be compared with: sketches, no words.
final class Held {
  final int place;
  final String id;
  final Copied copied;
  private final String lang;
  private final @Nullable Instant date;
  private final Sketch words;
  private final Sketch marks;
  private final Shown shown;

  Story story;

  /// The id of the earliest text that it copies, held or not; null when it copies none.
  @Nullable String root;

  /// @param place its number among all that ever came
  Held(int place, Weighed weighed, Sketch words, Sketch marks, Story story) {
    this.place = place;
    Profile profile = weighed.profile();
    this.id = profile.id();
    this.lang = profile.lang();
    this.date = profile.date();
    this.words = words;
    this.marks = marks;
    this.copied = Copied.of(profile);
    this.shown = Shown.of(weighed.marks(), profile.marks());
    this.story = story;
  }

  String lang() {
    return lang;
  }

  @Nullable Instant date() {
    return date;
  }

  Sketch words() {
    return words;
  }

  Sketch marks() {
    return marks;
  }

  /// @return how the article writes a mark, or null
  @Nullable String shown(int mark) {
    return shown.of(mark);
  }
}
