package org.tabadla.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.matching.Likeness;
import org.tabadla.exchange.preview.Ffmpeg;
import org.tabadla.exchange.preview.Previews;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// Three newsrooms on one server, with a clock that a test moves.
public final class Newsrooms implements AutoCloseable {
  public static final String PASSWORD = "a long enough word";

  public final Store store;
  public final Ticking clock;
  public final People people;
  public final Exchange exchange;
  public final Deliveries deliveries;
  public final Notices notices;
  public final Account sahil;
  public final Account yundu;
  public final Account lantern;

  /// A clock that stands until it is moved, and gives each look a later millisecond.
  public static final class Ticking implements InstantSource {
    private Instant now = Instant.parse("2025-07-12T10:00:00Z");

    @Override
    public synchronized Instant instant() {
      now = now.plusMillis(1);
      return now;
    }

    public synchronized void pass(Duration time) {
      now = now.plus(time);
    }
  }

  public Newsrooms(Path folder) {
    this(folder, Likeness.NONE);
  }

  public Newsrooms(Path folder, Likeness likeness) {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("newsrooms.db"));
    clock = new Ticking();
    people = new People(store.journal(), store.shelf(), clock);
    exchange = new Exchange(people, store.journal(), likeness, clock);
    var vault = new Vault(folder.resolve("files"));
    deliveries =
        new Deliveries(
            exchange,
            vault,
            new Uploads(vault, Uploads.Limits.STANDARD, clock),
            Previews.of(folder.resolve("previews"), vault, Ffmpeg.find("")));
    notices = new Notices(exchange, store.journal(), store.shelf());
    sahil = member("sahil", "ساحل نیوز", Lang.UR, "PK");
    yundu = member("yundu", "云渡电视台", new Lang("zh"), "CN");
    lantern = member("lantern", "The Lantern", Lang.EN, "GB");
  }

  private Account member(String id, String name, Lang lang, String country) {
    people
        .found(
            People.HOUSE,
            new OrganisationId(id),
            List.of(new Text(name, lang)),
            country,
            Organisation.Kind.BROADCASTER)
        .orRefuse();
    return people
        .join(
            People.HOUSE,
            new AccountId(id + ".desk"),
            name,
            new OrganisationId(id),
            Role.DESK,
            PASSWORD)
        .orRefuse();
  }

  public static Core core(Side side, Kind kind, String lang, String title, String summary) {
    return core(side, kind, lang, title, summary, Core.Times.NONE, "");
  }

  public static Core core(
      Side side,
      Kind kind,
      String lang,
      String title,
      String summary,
      Core.Times times,
      String rights) {
    var tongue = new Lang(lang);
    Map<String, String> facet =
        switch (kind) {
          case PROGRAMME -> Map.of("episodes", "3", "minutes", "45");
          case TRAINING -> Map.of("level", "beginner");
          case TECHNOLOGY -> Map.of("problem", title);
          case CO_PRODUCTION -> Map.of("share_percent", "50");
          case COVERAGE -> Map.of("event", title);
          case VISIT -> Map.of("people", "4");
          case VERIFICATION -> Map.of("claim", title);
          case NEWS_ITEM, RAW_FOOTAGE, LIVE, SERVICE -> Map.of();
        };
    return new Core(
        side,
        kind,
        Audience.PUBLIC,
        new Core.About(
            List.of(new Text(title, tongue)),
            summary.isBlank() ? List.of() : List.of(new Text(summary, tongue)),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        new Core.Supply(null, 0, "", Core.Stage.READY),
        times,
        new Core.Bargain(Core.Consideration.EXCHANGE, "", rights),
        facet,
        List.of(),
        null);
  }

  /// An offer of Sahil's on which it and Yundu have agreed.
  public AgreementId agreed(Kind kind) {
    Listing offer =
        exchange
            .list(sahil, core(Side.OFFER, kind, "ur", "دریا کے دونوں کنارے", "مل کر بنائیں"))
            .orRefuse();
    Talk talk = exchange.begin(yundu, offer.id(), null).orRefuse();
    var terms =
        new DealTerms(
            talk.id(),
            1,
            talk.about(),
            talk.provider(),
            talk.receiver(),
            "دریا کے دونوں کنارے",
            "",
            Core.Consideration.EXCHANGE,
            "",
            null);
    exchange.propose(sahil, talk.id(), terms).orRefuse();
    exchange.sign(yundu, talk.id(), 1, terms.hash()).orRefuse();
    exchange.sign(sahil, talk.id(), 1, terms.hash()).orRefuse();
    return terms.agreement();
  }

  @Override
  public void close() {
    store.close();
  }
}
