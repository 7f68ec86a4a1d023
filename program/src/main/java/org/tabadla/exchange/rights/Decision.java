package org.tabadla.exchange.rights;

import java.util.List;
import org.tabadla.exchange.rdf.Node;

/// Whether something may be done now.
public sealed interface Decision {
  /// Why, with the rules that say so.
  List<Reason> reasons();

  /// It may be done.
  record Allowed(List<Reason> reasons) implements Decision {
    public Allowed {
      reasons = List.copyOf(reasons);
    }
  }

  /// It may not be done.
  record Forbidden(List<Reason> reasons) implements Decision {
    public Forbidden {
      reasons = List.copyOf(reasons);
    }
  }

  /// It may be done once these duties are done.
  record DutyFirst(List<Reason> reasons) implements Decision {
    public DutyFirst {
      reasons = List.copyOf(reasons);
    }
  }

  /// One reason.
  ///
  /// @param rule the rule that it rests on; the policy itself where no rule does
  /// @param detail the value that it turns on, such as the action or the constraint; may be empty
  record Reason(Why why, Node rule, String detail) {
    /// The reason in words of a language: `ur`, `en`, `zh` or `ru`, else English.
    public String in(String language) {
      return ReasonWords.of(why, language, detail) + " (" + rule.plain() + ")";
    }
  }

  /// The kinds of reasons; their words are in `reasons.tsv`.
  enum Why {
    PERMITTED,
    PROHIBITED,
    NO_PERMISSION,
    ONLY_OFFERED,
    CONFLICT,
    OTHER_ACTION,
    OTHER_TARGET,
    OTHER_PARTY,
    CONSTRAINT,
    DUTY_OPEN,
    DUTY_VIOLATED
  }
}
