package org.tabadla.exchange.market;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.exchange.market.Production.Share;
import org.tabadla.exchange.market.Production.Stage;
import org.tabadla.exchange.market.Production.Task;
import org.tabadla.people.OrganisationId;

/// All that is planned together, as the acts so far add up.
final class Productions {
  private final Map<TaskId, Task> tasks = new ConcurrentHashMap<>();
  private final Index<AgreementId, TaskId> under = new Index<>();
  private final Map<AgreementId, Map<OrganisationId, List<Share>>> said = new ConcurrentHashMap<>();

  void take(Act act) {
    switch (act.move()) {
      case Move.Planned(AgreementId agreement, var plan) -> {
        var id = new TaskId(act.subject());
        tasks.put(id, new Task(id, agreement, plan, Stage.TO_DO, act.at(), act.at()));
        under.add(agreement, id);
      }
      case Move.Replanned(var plan) ->
          tasks.computeIfPresent(
              new TaskId(act.subject()),
              (id, old) ->
                  new Task(id, old.agreement(), plan, old.stage(), old.since(), old.moved()));
      case Move.TaskMoved(Stage to) ->
          tasks.computeIfPresent(
              new TaskId(act.subject()),
              (id, old) -> new Task(id, old.agreement(), old.plan(), to, old.since(), act.at()));
      case Move.SharesSaid(var shares) ->
          said.merge(
              new AgreementId(act.subject()),
              Map.of(act.actor(), shares),
              (old, now) -> {
                var both = new HashMap<>(old);
                both.putAll(now);
                return Map.copyOf(both);
              });
      default -> throw new IllegalArgumentException(act.move().kind());
    }
  }

  Optional<Task> task(TaskId id) {
    return Optional.ofNullable(tasks.get(id));
  }

  Production of(AgreementId agreement) {
    List<Task> all =
        under
            .of(agreement)
            .flatMap(id -> task(id).stream())
            .sorted(Comparator.comparing(Task::since).thenComparing(task -> task.id().value()))
            .toList();
    return new Production(agreement, all, said.getOrDefault(agreement, Map.of()));
  }
}
