package org.tabadla.exchange.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Outcome;

/// Two houses that have met, each with a clock of its own, and what must be the same in both.
final class TwoHouses implements AutoCloseable {
  final Newsrooms.Ticking clockOfSahil = new Newsrooms.Ticking();
  final Newsrooms.Ticking clockOfYundu = new Newsrooms.Ticking();
  final Far sahil;
  final Far yundu;

  TwoHouses(Path folder) throws IOException {
    sahil = new Far(folder, clockOfSahil, "sahil", "PK");
    yundu = new Far(folder, clockOfYundu, "yundu", "CN");
    pass(Duration.ofSeconds(2));
    sahil.meets(yundu);
    yundu.meets(sahil);
  }

  void pass(Duration time) {
    clockOfSahil.pass(time);
    clockOfYundu.pass(time);
  }

  static Core core(Side side, String title) {
    return Newsrooms.core(side, Kind.PROGRAMME, "en", title, "");
  }

  static DealTerms terms(Talk talk, int version) {
    return new DealTerms(
        talk.id(),
        version,
        talk.about(),
        talk.provider(),
        talk.receiver(),
        "A river",
        "",
        Core.Consideration.EXCHANGE,
        "",
        null);
  }

  /// Somebody does something; where it fails, or the program is killed and begun again, he tries
  /// once more.
  void does(Far house, Supplier<Outcome<?>> what) {
    if (!isDone(house, what)) {
      isDone(house, what);
    }
  }

  private static boolean isDone(Far house, Supplier<Outcome<?>> what) {
    try {
      return what.get() instanceof Outcome.Done<?>;
    } catch (Far.Killed e) {
      house.start();
      return false;
    }
  }

  void goOn() {
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofMinutes(11));
      for (Far house : List.of(sahil, yundu)) {
        does(
            house,
            () -> {
              house.goOn();
              return Outcome.done("");
            });
      }
    }
  }

  Talk talking(Listing offer) {
    return yundu.exchange.begin(yundu.desk, offer.id(), null).orRefuse();
  }

  static Text words(String value) {
    return new Text(value, Lang.EN);
  }

  /// Both houses say the same of all that the two share.
  void same() {
    assertThat(talks(yundu)).isEqualTo(talks(sahil));
    assertThat(agreements(yundu)).isEqualTo(agreements(sahil));
    assertThat(yundu.exchange.market().deliveries(yundu.id()))
        .isEqualTo(sahil.exchange.market().deliveries(yundu.id()));
    assertThat(sahil.store.journal().firstFault()).isEmpty();
    assertThat(yundu.store.journal().firstFault()).isEmpty();
  }

  private static List<Talk> talks(Far house) {
    return house.exchange.market().talks(new org.tabadla.people.OrganisationId("yundu"));
  }

  /// An agreement without the places of its signatures in either journal.
  private record Same(AgreementId id, DealTerms terms, java.time.Instant since, Object ended) {}

  private static List<Same> agreements(Far house) {
    return house
        .exchange
        .market()
        .agreements(new org.tabadla.people.OrganisationId("yundu"))
        .stream()
        .map(each -> new Same(each.id(), each.terms(), each.since(), String.valueOf(each.ended())))
        .toList();
  }

  List<Delivery> deliveries(AgreementId under) {
    return sahil.exchange.market().deliveries(under);
  }

  @Override
  public void close() {
    sahil.close();
    yundu.close();
  }
}
