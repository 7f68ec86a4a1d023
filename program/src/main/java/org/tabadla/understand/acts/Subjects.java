package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.language.Sectors;
import org.tabadla.model.Act;
import org.tabadla.model.Span;

/// The fields of work that an act is about. What stands within a party's name says what that party
/// is, not what was agreed.
final class Subjects {
  private static final int MOST = 6;

  private Subjects() {}

  /// @return those of the act's own sentence; of the next one where it names none
  static List<Act.Sector> of(List<Sentence> sentences, int at, List<Span> parties) {
    List<Act.Sector> own = in(sentences.get(at), parties);
    return own.isEmpty() && at + 1 < sentences.size() ? in(sentences.get(at + 1), parties) : own;
  }

  private static List<Act.Sector> in(Sentence s, List<Span> parties) {
    List<Act.Sector> out = new ArrayList<>();
    for (Sectors.Mention mention : Sectors.in(s.span().of(s.text()), s.lang())) {
      var span =
          new Span(
              mention.span().start() + s.span().start(), mention.span().end() + s.span().start());
      boolean named = parties.stream().anyMatch(p -> touch(p, span));
      boolean known = out.stream().anyMatch(o -> o.code().equals(mention.code()));
      if (!named && !known && out.size() < MOST) {
        out.add(new Act.Sector(mention.code(), span.of(s.text()), span));
      }
    }
    return out;
  }

  private static boolean touch(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }
}
