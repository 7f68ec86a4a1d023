package org.tabadla.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.people.Account;

/// Which offer meets which request, and what keeps them apart.
class MatchesTest {
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
  void aRequestInAnotherLanguageMeetsTheOfferWithReasons() {
    Listing offer = offer("دریائے سندھ پر دستاویزی فلم، تین قسطیں", "");
    Listing wanted = request("寻求关于水利与气候的纪录片", Core.Times.NONE, "");
    List<Match> matches = rooms.exchange.matches(wanted);
    assertThat(matches).hasSize(1);
    Match match = matches.getFirst();
    assertThat(match.offer()).isEqualTo(offer.id());
    assertThat(match.why())
        .contains(new Match.Why(Match.Ground.SUBJECT, "documentary"))
        .contains(new Match.Why(Match.Ground.SAME_KIND, "PROGRAMME"));
    assertThat(match.missing()).contains(Match.Missing.TERMS_UNSAID);
    assertThat(rooms.exchange.matches(offer)).hasSize(1);
  }

  @Test
  void anUnlikeOfferDoesNotMatch() {
    offer("کرکٹ کے کھلاڑیوں پر پروگرام", "");
    assertThat(rooms.exchange.matches(request("关于农业的纪录片", Core.Times.NONE, ""))).isEmpty();
  }

  @Test
  void territoryAndDatesAreHardGates() {
    Listing pakistanOnly = offer("دریا پر دستاویزی فلم", "صرف پاکستان");
    Listing wanted = request("河流纪录片", Core.Times.NONE, "");
    assertThat(rooms.exchange.matches(wanted)).isEmpty();
    assertThat(rooms.exchange.shut(pakistanOnly.id(), wanted.id()))
        .containsExactly(Match.Gate.TERRITORY);
    Instant soon = rooms.clock.instant().plus(Duration.ofDays(1));
    var late = new Core.Times(soon.plus(Duration.ofDays(9)), null, null, null, null);
    Listing later = list(rooms.sahil, core(Side.OFFER, "ur", "دریا پر دستاویزی فلم", late, ""));
    var byThen = new Core.Times(null, null, null, soon, null);
    Listing hasty = list(rooms.yundu, core(Side.REQUEST, "zh", "河流纪录片", byThen, ""));
    assertThat(rooms.exchange.shut(later.id(), hasty.id())).containsExactly(Match.Gate.DATES);
  }

  @Test
  void whoMayNotSeeItIsNotMatched() {
    Core open = core(Side.OFFER, "ur", "دریا پر دستاویزی فلم", Core.Times.NONE, "");
    var named =
        new Core(
            open.side(),
            open.kind(),
            new Audience(Audience.Reach.PARTIES, List.of(), List.of(rooms.lantern.organisation())),
            open.about(),
            open.supply(),
            open.times(),
            open.bargain(),
            open.facet(),
            open.assets(),
            null);
    list(rooms.sahil, named);
    assertThat(rooms.exchange.matches(request("河流纪录片", Core.Times.NONE, ""))).isEmpty();
    Listing english =
        list(rooms.lantern, core(Side.REQUEST, "en", "A river documentary", Core.Times.NONE, ""));
    assertThat(rooms.exchange.matches(english)).hasSize(1);
  }

  @Test
  void aDismissedMatchIsShownNoMoreAndAWithdrawnOneIsGone() {
    Listing offer = offer("دریا پر دستاویزی فلم", "");
    Listing wanted = request("河流纪录片", Core.Times.NONE, "");
    assertThat(rooms.exchange.matches(wanted)).hasSize(1);
    rooms.exchange.dismiss(rooms.yundu, wanted.id(), offer.id()).orRefuse();
    assertThat(rooms.exchange.matches(wanted)).isEmpty();
    assertThat(rooms.exchange.matches(offer)).as("the other side may still see it").hasSize(1);
    rooms.exchange.withdraw(rooms.yundu, wanted.id(), "found elsewhere").orRefuse();
    assertThat(rooms.exchange.matches(offer)).isEmpty();
  }

  @Test
  void oneOwnerCannotFillTheWholeList() {
    Listing wanted = request("河流纪录片", Core.Times.NONE, "");
    for (int i = 0; i < 9; i++) {
      offer("دریا پر دستاویزی فلم " + i, "");
    }
    assertThat(rooms.exchange.matches(wanted)).hasSize(3);
  }

  private Listing offer(String title, String rights) {
    return list(rooms.sahil, core(Side.OFFER, "ur", title, Core.Times.NONE, rights));
  }

  private Listing request(String title, Core.Times times, String rights) {
    return list(rooms.yundu, core(Side.REQUEST, "zh", title, times, rights));
  }

  private static Core core(Side side, String lang, String title, Core.Times times, String rights) {
    return Newsrooms.core(side, Kind.PROGRAMME, lang, title, "", times, rights);
  }

  private Listing list(Account who, Core core) {
    return rooms.exchange.list(who, core).orRefuse();
  }
}
