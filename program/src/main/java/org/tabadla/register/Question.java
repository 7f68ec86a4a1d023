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
    ask(out, SILENT, !commitment.silent(today).isEmpty());
    ask(out, DIFFERENT_VALUES, !Difference.of(commitment).isEmpty());
    return out;
  }

  private static void ask(Set<Question> out, Question question, boolean open) {
    if (open) {
      out.add(question);
    }
  }
}
