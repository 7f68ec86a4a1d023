package org.tabadla.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Rules;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.preview.Previews;
import org.tabadla.exchange.rights.Decision;
import org.tabadla.exchange.rights.Terms;
import org.tabadla.exchange.rights.Use;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// Handing over under an agreement: files in, files out when the policy lets them, receipts,
/// corrections, kills and what was done with it all.
public final class Deliveries {
  private final Exchange exchange;
  private final Vault vault;
  private final Uploads uploads;
  private final Previews previews;

  /// With the usual limits of uploads, and without previews.
  public Deliveries(Exchange exchange, Vault vault) {
    this(
        exchange,
        vault,
        new Uploads(vault, Uploads.Limits.STANDARD, exchange::now),
        Previews.none());
  }

  public Deliveries(Exchange exchange, Vault vault, Uploads uploads, Previews previews) {
    this.exchange = exchange;
    this.vault = vault;
    this.uploads = uploads;
    this.previews = previews;
  }

  public Vault vault() {
    return vault;
  }

  public Uploads uploads() {
    return uploads;
  }

  public Previews previews() {
    return previews;
  }

  /// @param assets files that the vault holds
  /// @param embargo nothing can be fetched before it; null for none
  public Outcome<Delivery> deliver(
      Account who,
      AgreementId under,
      List<Core.Asset> assets,
      String note,
      @Nullable Instant embargo) {
    DeliveryId id = Delivery.idFor(under, exchange.now());
    return kept(assets)
        .then(_ ->
            exchange.act(
                who, Role.DESK, id.value(), new Move.Delivered(under, assets, note, embargo)))
        .then(_ -> previewed(id));
  }

  public Outcome<Delivery> correct(
      Account who, DeliveryId id, String reason, List<Core.Asset> assets) {
    return kept(assets)
        .then(_ -> exchange.act(who, Role.DESK, id.value(), new Move.Corrected(reason, assets)))
        .then(_ -> previewed(id));
  }

  /// Says something in a talk, with files.
  public Outcome<Talk> say(Account who, TalkId id, Text words, List<Core.Asset> assets) {
    return kept(assets).then(_ -> exchange.say(who, id, words, assets));
  }

  private Outcome<List<Core.Asset>> kept(List<Core.Asset> assets) {
    return assets.stream()
        .filter(asset -> vault.file(asset.sha256()).isEmpty())
        .findFirst()
        .map(asset -> Outcome.<List<Core.Asset>>refused(MarketReason.BAD_FILE, asset.name()))
        .orElseGet(() -> Outcome.done(assets));
  }

  /// Its pictures and sounds get previews, in their time.
  private Outcome<Delivery> previewed(DeliveryId id) {
    return delivery(id)
        .then(delivery -> {
          delivery.assets().forEach(asset -> previews.want(asset.sha256()));
          return Outcome.done(delivery);
        });
  }

  public Outcome<Delivery> kill(Account who, DeliveryId id, String reason) {
    return exchange
        .act(who, Role.DESK, id.value(), new Move.Killed(reason))
        .then(_ -> delivery(id));
  }

  public Outcome<Delivery> acknowledge(Account who, DeliveryId id, int notice) {
    return exchange
        .act(who, Role.EDITOR, id.value(), new Move.Acknowledged(notice))
        .then(_ -> delivery(id));
  }

  /// Says that one has the whole file; the digest must be that of what was sent.
  public Outcome<Delivery> receive(Account who, DeliveryId id, String sha256, long bytes) {
    return exchange
        .act(who, Role.EDITOR, id.value(), new Move.Received(sha256, bytes))
        .then(_ -> delivery(id));
  }

  private Outcome<Delivery> delivery(DeliveryId id) {
    return Outcome.done(exchange.market().delivery(id).orElseThrow());
  }

  /// A file that may be fetched now.
  public record Fetch(Path file, Core.Asset asset) {}

  /// Decides at the moment of fetching: whose it is, kills, embargo, and the agreement's policy.
  ///
  /// @param first whether this is the beginning of the file, which goes into the log
  public Outcome<Fetch> fetch(Account who, DeliveryId id, int number, boolean first) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null || !delivery.has(who.organisation())) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    if (number < 0 || number >= delivery.assets().size()) {
      return Outcome.refused(MarketReason.NOT_THERE, String.valueOf(number));
    }
    Core.Asset asset = delivery.assets().get(number);
    Path file = vault.file(asset.sha256()).orElse(null);
    if (file == null) {
      return Outcome.refused(MarketReason.NOT_THERE, asset.name());
    }
    var fetch = new Fetch(file, asset);
    if (delivery.provider().equals(who.organisation())) {
      return Outcome.done(fetch);
    }
    Outcome<Delivery> may = mayFetch(delivery);
    return first
        ? may.then(
                _ -> exchange.act(who, Role.READER, id.value(), new Move.Fetched(asset.sha256())))
            .then(_ -> Outcome.done(fetch))
        : may.then(_ -> Outcome.done(fetch));
  }

  /// Decides the same for the receiver's own house, which asks by the file's digest.
  public Outcome<Fetch> fetch(OrganisationId receiver, DeliveryId id, String sha256) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null || !delivery.receiver().equals(receiver)) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    // What a correction has replaced is handed out no more.
    Core.Asset asset = delivery.holds(sha256).orElse(null);
    Path file = vault.file(sha256).orElse(null);
    return asset == null || file == null
        ? Outcome.refused(MarketReason.NOT_THERE, sha256)
        : mayFetch(delivery).then(_ -> Outcome.done(new Fetch(file, asset)));
  }

  /// A file that came with words of a talk, for the other side's own house.
  ///
  /// @param sayer whose words they were: what the asker said itself, of whatever digest, opens
  ///   nothing
  public Outcome<Fetch> enclosed(
      OrganisationId sayer, OrganisationId reader, TalkId id, String sha256) {
    Talk talk = exchange.market().talk(id).orElse(null);
    if (talk == null || !talk.has(reader) || !talk.has(sayer)) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    Core.Asset asset = talk.file(sayer, sha256).orElse(null);
    Path file = vault.file(sha256).orElse(null);
    return asset == null || file == null
        ? Outcome.refused(MarketReason.NOT_THERE, sha256)
        : Outcome.done(new Fetch(file, asset));
  }

  /// Decides anew in the middle of a download: a file that was replaced, a kill, an embargo, the
  /// end of the agreement or of what its policy allows end it.
  public Outcome<Delivery> mayGoOn(Account who, DeliveryId id, Core.Asset asset) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null
        || !delivery.has(who.organisation())
        || !delivery.assets().contains(asset)) {
      return Outcome.refused(MarketReason.NOT_THERE, asset.name());
    }
    return delivery.provider().equals(who.organisation())
        ? Outcome.done(delivery)
        : mayFetch(delivery);
  }

  /// Writes down that a fetch was ended by the house.
  ///
  /// @param at how far in the file it had come, in bytes
  public Outcome<Act> cutOff(Account who, DeliveryId id, Core.Asset asset, long at, String why) {
    return exchange.act(who, Role.READER, id.value(), new Move.CutOff(asset.sha256(), at, why));
  }

  /// Tells whether the receiver may fetch now, with the reason where not.
  public Outcome<Delivery> mayFetch(Delivery delivery) {
    Instant now = exchange.now();
    if (delivery.isKilled()) {
      return Outcome.refused(MarketReason.KILLED, delivery.notices().getLast().reason());
    }
    if (Rules.isEmbargoed(delivery, now)) {
      return Outcome.refused(MarketReason.EMBARGOED, String.valueOf(delivery.embargo()));
    }
    Agreement agreement = exchange.market().agreement(delivery.agreement()).orElseThrow();
    if (!agreement.isInForce()) {
      return Outcome.refused(MarketReason.NOT_IN_FORCE, "");
    }
    DealTerms terms = agreement.terms();
    String party = DealTerms.party(delivery.receiver());
    Decision decision =
        Use.download(terms.target(), party, now).under(terms.policy(agreement.since()));
    return switch (decision) {
      case Decision.Allowed _ -> Outcome.done(delivery);
      case Decision.Forbidden _ -> Outcome.refused(MarketReason.FORBIDDEN, words(decision));
      case Decision.DutyFirst _ -> Outcome.refused(MarketReason.DUTY_FIRST, words(decision));
    };
  }

  private static String words(Decision decision) {
    return String.join(
        "; ", decision.reasons().stream().map(reason -> reason.in("en")).distinct().toList());
  }

  /// What somebody did or is about to do with what was delivered.
  ///
  /// @param action ODRL's local name, such as `distribute`, `archive`, `transfer`
  /// @param country where, two letters; blank where it does not matter
  /// @param news whether it is in news
  public record Doing(
      String action, String where, String country, boolean news, boolean credited) {}

  /// Reports a use. It is written down whether or not the policy allows it, with the decision.
  public Outcome<Delivery> use(Account who, DeliveryId id, Doing doing) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null || !delivery.receiver().equals(who.organisation())) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    Decision decision = decide(delivery, doing);
    var facts = new LinkedHashMap<String, String>();
    if (doing.news()) {
      facts.put("purpose", Terms.NEWS);
    }
    if (!doing.country().isBlank()) {
      facts.put("spatial", doing.country());
    }
    var use =
        new Delivery.UseReport(
            doing.action(),
            doing.where(),
            doing.credited(),
            facts,
            Instant.ofEpochMilli(exchange.now().toEpochMilli()),
            switch (decision) {
              case Decision.Allowed _ -> "allowed";
              case Decision.Forbidden _ -> "forbidden";
              case Decision.DutyFirst _ -> "duty";
            },
            decision.reasons().stream().map(reason -> reason.in("en")).distinct().toList());
    return exchange.act(who, Role.EDITOR, id.value(), new Move.Used(use)).then(_ -> delivery(id));
  }

  /// Decides what the agreement's policy says of a use now.
  public Decision decide(Delivery delivery, Doing doing) {
    Agreement agreement = exchange.market().agreement(delivery.agreement()).orElseThrow();
    DealTerms terms = agreement.terms();
    var facts = new LinkedHashMap<String, String>();
    if (doing.news()) {
      facts.put("purpose", Terms.NEWS);
    }
    if (!doing.country().isBlank()) {
      facts.put("spatial", Terms.COUNTRY + doing.country());
    }
    String credit = "urn:tabadla:agreement:" + agreement.id() + "#credit";
    return new Use(
            doing.action(),
            terms.target(),
            DealTerms.party(delivery.receiver()),
            exchange.now(),
            Map.copyOf(facts),
            doing.credited() ? List.of(credit) : List.of())
        .under(terms.policy(agreement.since()));
  }

  /// Who has what is killed or corrected and has not said so yet.
  public List<Delivery> open(OrganisationId provider) {
    return exchange.market().deliveries(Objects.requireNonNull(provider)).stream()
        .filter(delivery -> !delivery.open().isEmpty())
        .toList();
  }
}
