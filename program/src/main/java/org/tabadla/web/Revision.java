package org.tabadla.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Notices;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.web.Diff.Change;
import org.tabadla.web.Diff.Run;

/// What an outlet changed from one version of an article to the next: headline, standfirst, byline,
/// dates, and the body block by block, the changed blocks word by word.
///
/// @param fields what changed beside the body
/// @param parts the body; empty when nothing of it changed
/// @param notes what the outlet itself says of the change, in its words
/// @param said how it says so
public record Revision(List<Field> fields, List<Part> parts, List<String> notes, How said) {
  /// Two blocks that share this much of their words are one block that was changed.
  private static final double SAME_BLOCK_MIN_SHARE = 0.4;

  /// The most comparisons within one gap between blocks that stayed.
  private static final int PAIRS_MAX = 2_500;

  public Revision {
    fields = List.copyOf(fields);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// How the outlet tells its readers of a change. No judgement: a new line in a running story
  /// needs no note.
  public enum How {
    /// By a note: «تصحیح: …».
    CORRECTION,
    /// By a note that speaks of an update, or by a newer date of change.
    UPDATE,
    /// Not at all.
    SILENT
  }

  /// Something beside the body.
  public record Field(Name name, List<Run> runs) {
    /// Tells whether its words are dates, which are written from left to right everywhere.
    public boolean isDate() {
      return name == Name.PUBLISHED || name == Name.MODIFIED;
    }

    /// Which one.
    public enum Name {
      HEADLINE,
      STANDFIRST,
      AUTHORS,
      PUBLISHED,
      MODIFIED
    }
  }

  /// Some of the body.
  public sealed interface Part {
    /// Blocks that stayed as they were, counted.
    record Same(int blocks) implements Part {}

    /// A block that is there in both, with other words.
    record Changed(List<Run> runs) implements Part {}

    record Added(String text) implements Part {}

    record Removed(String text) implements Part {}

    /// A block that stands elsewhere now; it is shown where it stands now.
    record Moved(String text) implements Part {}
  }

  /// Tells whether anything at all is other than before.
  public boolean isChange() {
    return !fields.isEmpty() || !parts.isEmpty();
  }

  public static Revision between(Article before, Article after) {
    List<Field> fields = fields(before, after);
    List<String> a = blocks(before.body());
    List<String> b = blocks(after.body());
    List<Part> parts = a.equals(b) ? List.of() : parts(a, b, after.lang());
    var notes = new ArrayList<String>();
    How said = How.SILENT;
    for (String text : b) {
      var kind = a.contains(text) ? null : Notices.of(text).orElse(null);
      if (kind != null) {
        notes.add(text);
        boolean update = kind == Notices.Kind.UPDATE && said != How.CORRECTION;
        said = update ? How.UPDATE : How.CORRECTION;
      }
    }
    if (said == How.SILENT && isNewer(after.modified(), before.modified())) {
      said = How.UPDATE;
    }
    return new Revision(fields, parts, notes, said);
  }

  private static boolean isNewer(@Nullable Found<Moment> now, @Nullable Found<Moment> before) {
    return now != null && (before == null || now.value().at().isAfter(before.value().at()));
  }

  private static List<Field> fields(Article before, Article after) {
    var out = new ArrayList<Field>();
    Lang lang = after.lang();
    field(out, Field.Name.HEADLINE, before.title().value(), after.title().value(), lang);
    field(
        out,
        Field.Name.STANDFIRST,
        before.standfirst() == null ? "" : before.standfirst().value(),
        after.standfirst() == null ? "" : after.standfirst().value(),
        lang);
    field(out, Field.Name.AUTHORS, authors(before), authors(after), lang);
    whole(out, Field.Name.PUBLISHED, moment(before.published()), moment(after.published()));
    whole(out, Field.Name.MODIFIED, moment(before.modified()), moment(after.modified()));
    return out;
  }

  private static String authors(Article article) {
    return article.authors().stream().map(Found::value).collect(Collectors.joining(", "));
  }

  /// Dates in the form that every reader can compare, in the zone of the page.
  private static String moment(@Nullable Found<Moment> found) {
    if (found == null) {
      return "";
    }
    Moment moment = found.value();
    return switch (moment.precision()) {
      case DAY -> moment.date().toString();
      case TIME ->
          moment.at().toString().replace('T', ' ').replaceFirst("(?::00)?(?:\\.\\d+)?Z$", " UTC");
    };
  }

  private static void field(
      List<Field> out, Field.Name name, String before, String after, Lang lang) {
    if (!before.equals(after)) {
      out.add(new Field(name, Diff.of(Safe.text(before), Safe.text(after), lang)));
    }
  }

  private static void whole(List<Field> out, Field.Name name, String before, String after) {
    if (!before.equals(after)) {
      var runs = new ArrayList<Run>();
      if (!before.isEmpty()) {
        runs.add(new Run(Change.REMOVED, before + " "));
      }
      if (!after.isEmpty()) {
        runs.add(new Run(Change.ADDED, after));
      }
      out.add(new Field(name, runs));
    }
  }

  /// A list's items and an entry's blocks are blocks of their own here.
  private static List<String> blocks(List<Block> body) {
    var out = new ArrayList<String>();
    for (Block block : body) {
      for (String line : block.plain().split("\n", -1)) {
        if (!line.isBlank()) {
          out.add(Safe.text(line));
        }
      }
    }
    return out;
  }

  private static List<Part> parts(List<String> a, List<String> b, Lang lang) {
    List<Diff.Step> steps = Diff.steps(a, b, String::equals);
    Map<String, Integer> gone = new HashMap<>();
    Map<String, Integer> come = new HashMap<>();
    for (Diff.Step step : steps) {
      if (step.change() == Change.REMOVED) {
        gone.merge(a.get(step.before()), 1, Integer::sum);
      } else if (step.change() == Change.ADDED) {
        come.merge(b.get(step.after()), 1, Integer::sum);
      }
    }
    var out = new ArrayList<Part>();
    var removed = new ArrayList<String>();
    var added = new ArrayList<String>();
    int same = 0;
    for (Diff.Step step : steps) {
      if (step.change() == Change.KEPT) {
        gap(out, removed, added, gone, come, lang);
        same++;
        continue;
      }
      same = same(out, same);
      if (step.change() == Change.REMOVED) {
        removed.add(a.get(step.before()));
      } else {
        added.add(b.get(step.after()));
      }
    }
    gap(out, removed, added, gone, come, lang);
    same(out, same);
    return out;
  }

  private static int same(List<Part> out, int same) {
    if (same > 0) {
      out.add(new Part.Same(same));
    }
    return 0;
  }

  /// What stands between two blocks that stayed: pairs that are like each other are one block that
  /// was changed.
  private static void gap(
      List<Part> out,
      List<String> removed,
      List<String> added,
      Map<String, Integer> gone,
      Map<String, Integer> come,
      Lang lang) {
    var left = new ArrayList<String>(removed);
    left.removeIf(come::containsKey);
    int from = 0;
    for (String text : added) {
      if (gone.containsKey(text)) {
        out.add(new Part.Moved(text));
        continue;
      }
      int like = like(left, from, text, (long) left.size() * added.size() > PAIRS_MAX, lang);
      for (; like >= 0 && from < like; from++) {
        out.add(new Part.Removed(left.get(from)));
      }
      if (like >= 0) {
        out.add(new Part.Changed(Diff.of(left.get(like), text, lang)));
        from = like + 1;
      } else {
        out.add(new Part.Added(text));
      }
    }
    for (; from < left.size(); from++) {
      out.add(new Part.Removed(left.get(from)));
    }
    removed.clear();
    added.clear();
  }

  /// @param many whether there are too many to compare all
  /// @return the index of the block that is most like a text, or -1
  private static int like(List<String> left, int from, String text, boolean many, Lang lang) {
    int best = -1;
    double share = SAME_BLOCK_MIN_SHARE;
    int end = many ? Math.min(left.size(), from + 1) : left.size();
    for (int i = from; i < end; i++) {
      double now = shared(left.get(i), text, lang);
      if (now > share) {
        best = i;
        share = now;
      }
    }
    return best;
  }

  /// @return the share of words that two texts have in common (Dice)
  private static double shared(String a, String b, Lang lang) {
    Map<String, Integer> counts = new HashMap<>();
    var wordsOfA = org.tabadla.language.Words.of(a, lang);
    var wordsOfB = org.tabadla.language.Words.of(b, lang);
    wordsOfA.forEach(word -> counts.merge(word.of(a), 1, Integer::sum));
    int common = 0;
    for (var word : wordsOfB) {
      common += counts.merge(word.of(b), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    int all = wordsOfA.size() + wordsOfB.size();
    return all == 0 ? 0 : 2.0 * common / all;
  }
}
