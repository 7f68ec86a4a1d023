package org.tabadla.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part of the project's own gold that `./tabadla bench gold` prints figures of. Others add
/// theirs to the list in `bench.Bench`.
public interface GoldPart {
  /// @param half `tuned` or `scored`
  /// @return lines to print
  List<String> figures(String half) throws IOException;

  /// Stories, stories across languages, copies.
  static List<String> stories(String half) throws IOException {
    LabelledStream stream = LabelledStream.gold(half);
    TrainStories.Reached r = TrainStories.reached(stream, Judge.shipped());
    return List.of(
        line("stories", half, "BCubed F1", r.last().f1()),
        line("stories", half, "BCubed F1, online", r.online().f1()),
        line("stories", half, "BCubed F1, Urdu alone", r.urdu().f1()),
        line("stories", half, "pair F1 across languages", r.across()),
        line("copies", half, "pair F1", copies(stream)));
  }

  static double copies(LabelledStream stream) {
    var copies = new CopyStream();
    List<String> gold = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (LabelledStream.Row row : stream.rows()) {
      Item item = row.item();
      gold.add(row.copied());
      told.add(
          copies.add(item.id(), "", item.lang(), item.title(), item.text(), item.date()).cluster());
    }
    return StoryScore.of(gold, told).pairF1();
  }

  static String line(String part, String half, String what, double value) {
    return String.format(Locale.ROOT, "%-10s %-7s %-28s %.3f", part, half, what, value);
  }

  /// Prints all parts, each half.
  static void print(List<GoldPart> parts) throws IOException {
    for (GoldPart part : parts) {
      for (String half : List.of("tuned", "scored")) {
        part.figures(half).forEach(System.out::println);
      }
    }
  }
}
