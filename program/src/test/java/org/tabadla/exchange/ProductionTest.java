package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Production.Share;
import org.tabadla.exchange.market.Production.Stage;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.people.Account;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// What two organisations plan together.
class ProductionTest {
  @TempDir Path folder;
  private Newsrooms rooms;

  @BeforeEach
  void open() {
    rooms = new Newsrooms(folder);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void bothPlanAndWhoeverDoesItMovesIt() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    TaskId script = planned(rooms.yundu, made, plan("Script", rooms.sahil, null));
    assertThat(refusal(act(rooms.yundu, script, new Move.TaskMoved(Stage.DONE))))
        .as("it is the other side's")
        .isEqualTo(MarketReason.NOT_YOUR_TASK);
    act(rooms.sahil, script, new Move.TaskMoved(Stage.UNDER_WAY)).orRefuse();
    act(rooms.sahil, script, new Move.TaskMoved(Stage.DONE)).orRefuse();
    act(rooms.yundu, script, new Move.TaskMoved(Stage.UNDER_WAY)).orRefuse();
    assertThat(task(script).stage()).as("sent back").isEqualTo(Stage.UNDER_WAY);
    act(rooms.yundu, script, new Move.Replanned(plan("Script, two parts", rooms.yundu, null)))
        .orRefuse();
    act(rooms.yundu, script, new Move.TaskMoved(Stage.DROPPED)).orRefuse();
    assertThat(task(script).plan().title()).isEqualTo("Script, two parts");
  }

  @Test
  void aTaskIsLateOnceItsDayIsPastAndItIsNotDone() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    Instant due = rooms.clock.instant().plus(Duration.ofDays(3));
    TaskId cut = planned(rooms.sahil, made, plan("Rough cut", rooms.sahil, due));
    assertThat(task(cut).isLate(rooms.clock.instant())).isFalse();
    rooms.clock.pass(Duration.ofDays(4));
    assertThat(task(cut).isLate(rooms.clock.instant())).isTrue();
    act(rooms.sahil, cut, new Move.TaskMoved(Stage.DONE)).orRefuse();
    assertThat(task(cut).isLate(rooms.clock.instant())).isFalse();
  }

  @Test
  void sharesStandOnceBothSaidTheSameAndNeverExceedTheWhole() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    List<Share> shares =
        List.of(
            new Share(rooms.sahil.organisation(), 60, List.of("PK")),
            new Share(rooms.yundu.organisation(), 40, List.of("CN")));
    said(rooms.sahil, made, shares).orRefuse();
    assertThat(rooms.exchange.market().production(made).shares()).isEmpty();
    said(rooms.yundu, made, shares).orRefuse();
    assertThat(rooms.exchange.market().production(made).shares()).isEqualTo(shares);
    for (List<Share> bad :
        List.of(
            List.<Share>of(),
            List.of(new Share(rooms.sahil.organisation(), 0, List.of())),
            List.of(new Share(rooms.sahil.organisation(), 101, List.of())),
            List.of(new Share(rooms.lantern.organisation(), 50, List.of())),
            List.of(new Share(rooms.sahil.organisation(), 50, List.of("XX"))),
            List.of(
                new Share(rooms.sahil.organisation(), 30, List.of()),
                new Share(rooms.sahil.organisation(), 30, List.of())),
            List.of(
                new Share(rooms.sahil.organisation(), 61, List.of()),
                new Share(rooms.yundu.organisation(), 40, List.of())))) {
      assertThat(refusal(said(rooms.sahil, made, bad)))
          .as("%s", bad)
          .isEqualTo(MarketReason.BAD_SHARES);
    }
  }

  @Test
  void strangersPlanNothingAndOtherAgreementsHaveNoBoard() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    Production.Plan plan = plan("Script", rooms.sahil, null);
    TaskId task = planned(rooms.sahil, made, plan);
    assertThat(refusal(tryPlan(rooms.lantern, made, plan))).isEqualTo(MarketReason.NOT_THERE);
    assertThat(refusal(act(rooms.lantern, task, new Move.TaskMoved(Stage.DONE))))
        .isEqualTo(MarketReason.NOT_THERE);
    assertThat(refusal(act(rooms.lantern, task, new Move.Replanned(plan))))
        .isEqualTo(MarketReason.NOT_THERE);
    assertThat(refusal(tryPlan(rooms.sahil, made, plan("Script", rooms.lantern, null))))
        .isEqualTo(MarketReason.NOT_YOUR_TASK);
    assertThat(refusal(tryPlan(rooms.sahil, made, plan(" ", rooms.sahil, null))))
        .isEqualTo(MarketReason.NO_TITLE);
    AgreementId film = rooms.agreed(Kind.PROGRAMME);
    assertThat(refusal(tryPlan(rooms.sahil, film, plan))).isEqualTo(MarketReason.NOT_PRODUCTION);
    rooms.exchange.act(rooms.sahil, Role.DESK, made.value(), new Move.Ended("enough")).orRefuse();
    assertThat(refusal(act(rooms.sahil, task, new Move.TaskMoved(Stage.DONE))))
        .isEqualTo(MarketReason.NOT_IN_FORCE);
  }

  @Test
  void theSameBoardStandsAfterARestartAndEveryDeedIsSigned() {
    AgreementId made = rooms.agreed(Kind.CO_PRODUCTION);
    planned(rooms.sahil, made, plan("Script", rooms.sahil, rooms.clock.instant()));
    TaskId cut = planned(rooms.yundu, made, plan("Rough cut", rooms.yundu, null));
    act(rooms.yundu, cut, new Move.TaskMoved(Stage.UNDER_WAY)).orRefuse();
    said(rooms.sahil, made, List.of(new Share(rooms.sahil.organisation(), 60, List.of())))
        .orRefuse();
    var again =
        new Exchange(rooms.people, rooms.store.journal(), Likeness.NONE, rooms.clock).market();
    assertThat(again.production(made)).isEqualTo(rooms.exchange.market().production(made));
    assertThat(rooms.store.journal().since(Deeds.ROOM, 0))
        .allMatch(logged -> Deeds.isSigned(logged, rooms.people));
  }

  private Production.Task task(TaskId id) {
    return rooms.exchange.market().task(id).orElseThrow();
  }

  private static Production.Plan plan(String title, Account who, @Nullable Instant due) {
    return new Production.Plan(title, true, who.organisation(), due);
  }

  private TaskId planned(Account who, AgreementId under, Production.Plan plan) {
    return new TaskId(((Outcome.Done<Act>) tryPlan(who, under, plan)).value().subject());
  }

  private Outcome<Act> tryPlan(Account who, AgreementId under, Production.Plan plan) {
    TaskId id = Production.idFor(under, plan, rooms.clock.instant());
    return act(who, id, new Move.Planned(under, plan));
  }

  private Outcome<Act> act(Account who, TaskId id, Move move) {
    return rooms.exchange.act(who, Role.EDITOR, id.value(), move);
  }

  private Outcome<Act> said(Account who, AgreementId under, List<Share> shares) {
    return rooms.exchange.act(who, Role.DESK, under.value(), new Move.SharesSaid(shares));
  }

  private static Outcome.Reason refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).why();
  }
}
