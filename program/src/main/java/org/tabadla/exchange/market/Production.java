package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// What two organisations plan together under the agreement on a co-production: who does what by
/// when, and what of the work belongs to whom.
///
/// @param tasks oldest first
/// @param said the shares as each side last said them; they stand once both said the same
public record Production(
    AgreementId agreement, List<Task> tasks, Map<OrganisationId, List<Share>> said) {
  public Production {
    tasks = List.copyOf(tasks);
    said = Map.copyOf(said);
  }

  /// How far a task is.
  public enum Stage {
    TO_DO,
    UNDER_WAY,
    DONE,
    /// Given up by both.
    DROPPED
  }

  /// What is planned.
  ///
  /// @param deliverable whether something comes of it that is handed over
  /// @param who does it
  /// @param due null where no day is set
  public record Plan(
      String title, boolean deliverable, OrganisationId who, @Nullable Instant due) {}

  /// A part of the work.
  ///
  /// @param moved when it came to its stage
  public record Task(
      TaskId id, AgreementId agreement, Plan plan, Stage stage, Instant since, Instant moved) {
    /// Tells whether its day is past and it is not done.
    public boolean isLate(Instant now) {
      return plan.due() != null
          && now.isAfter(plan.due())
          && (stage == Stage.TO_DO || stage == Stage.UNDER_WAY);
    }
  }

  /// What belongs to one organisation.
  ///
  /// @param percent 1 to 100
  /// @param territories ISO 3166-1 letters of the countries in which it uses the work; empty where
  ///   nothing is said
  public record Share(OrganisationId who, int percent, List<String> territories) {
    public Share {
      territories = List.copyOf(territories);
    }
  }

  /// The shares that both sides have said alike; empty while they have not.
  public List<Share> shares() {
    List<List<Share>> all = List.copyOf(said.values());
    return all.size() == 2 && all.getFirst().equals(all.getLast()) ? all.getFirst() : List.of();
  }

  public static TaskId idFor(AgreementId agreement, Plan plan, Instant at) {
    return new TaskId(Ids.of('k', agreement, plan.title(), plan.who(), at.toEpochMilli()));
  }
}
