package org.tabadla.register;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What nobody has told yet about a commitment.
public enum Question {
  /// Only one outlet tells of it.
  ONE_SOURCE,
  /// Several parties and one number: what is whose part?
  WHOSE_PART,
  /// Something was promised without a day.
  NO_DAY,
  /// A party denies it.
  DENIED,
  /// No source names the paper.
  NO_PAPER,
  /// Sources say «and others»: not all parties are named.
  PARTIES_INCOMPLETE,
  /// Only one party is named.
  ONE_PARTY,
  /// It was agreed or signed, and no source tells on which day.
  WHEN,
  /// Something was due and nobody has told of it.
  SILENT,
  /// The sources name different values.
  DIFFERENT_VALUES;

  /// @return the open questions of a commitment
  public static Set<Question> of(Commitment commitment, LocalDate today) {
    List<Assertion> all = commitment.assertions();
    var out = EnumSet.noneOf(Question.class);
    ask(out, ONE_SOURCE, commitment.sources() == 1);
    ask(out, WHOSE_PART, all.stream().anyMatch(a -> a.count() != null && a.parties().size() > 2));
    ask(out, NO_DAY, commitment.promises().stream().anyMatch(p -> p.due() == null));
    ask(out, DENIED, all.stream().anyMatch(a -> a.status() == Status.DENIED));
    ask(out, NO_PAPER, all.stream().allMatch(a -> a.instrument() == null));
    ask(out, PARTIES_INCOMPLETE, all.stream().anyMatch(a -> a.others() != null));
    ask(out, ONE_PARTY, all.stream().allMatch(a -> a.parties().size() < 2));
    ask(out, WHEN, isUndated(all));
    ask(out, SILENT, !commitment.silent(today).isEmpty());
    ask(out, DIFFERENT_VALUES, !Difference.of(commitment).isEmpty());
    return out;
  }

  private static boolean isUndated(List<Assertion> all) {
    List<Assertion> done =
        all.stream()
            .filter(a -> a.status() == Status.AGREED || a.status() == Status.SIGNED)
            .toList();
    return !done.isEmpty() && done.stream().allMatch(a -> a.date() == null);
  }

  private static void ask(Set<Question> out, Question question, boolean open) {
    if (open) {
      out.add(question);
    }
  }
}
