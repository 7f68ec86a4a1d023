package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;
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

  private Held(
      int place,
      String lang,
      @Nullable Instant date,
      Copied copied,
      Sketch words,
      Sketch marks,
      Shown shown) {
    this.place = place;
    this.id = copied.id();
    this.copied = copied;
    this.lang = lang;
    this.date = date;
    this.words = words;
    this.marks = marks;
    this.shown = shown;
    this.story = Story.NONE;
  }

  /// @param place its number among all that ever came
  static Held of(int place, Weighed weighed, Sketch words, Sketch marks) {
    Profile profile = weighed.profile();
    Shown shown = Shown.of(weighed.marks(), profile.marks());
    return new Held(place, profile.lang(), profile.date(), Copied.of(profile), words, marks, shown);
  }

  /// Its story is for the caller to write.
  void write(DataOutput out) throws IOException {
    out.writeInt(place);
    out.writeUTF(id);
    out.writeUTF(lang);
    Packed.instant(out, date);
    copied.write(out);
    words.write(out);
    marks.write(out);
    shown.write(out);
    Packed.text(out, root);
  }

  /// @param known tags of languages, each to be held once
  static Held read(DataInput in, UnaryOperator<String> known) throws IOException {
    int place = in.readInt();
    String id = in.readUTF();
    var held =
        new Held(
            place,
            known.apply(in.readUTF()),
            Packed.instant(in),
            Copied.read(id, in),
            Sketch.read(in),
            Sketch.read(in),
            Shown.read(in));
    held.root = Packed.text(in);
    return held;
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
