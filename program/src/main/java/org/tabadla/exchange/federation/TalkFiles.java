package org.tabadla.exchange.federation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.model.Shelf;
import org.tabadla.people.Account;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// Files that came with words of another house's people. Small ones are fetched as soon as the
/// words are here, larger ones when somebody asks for them.
///
/// A digest in a partner's words is a claim. Such a file is here only once the partner has sent its
/// bytes, even where the vault holds the same already: else whoever knows the digest of a file that
/// is not theirs could have it opened by naming it.
public final class TalkFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TalkFiles.class);
  private static final String WANTED = "federation/talk-file";
  private static final String CAME = "federation/talk-file-came";
  private static final int MOST_WANTED = 10_000;

  /// A file up to this size comes by itself.
  static final long SMALL_BYTES = 20L << 20;

  /// How much of one talk comes by itself.
  private static final long MOST_SMALL_BYTES = 10 * SMALL_BYTES;

  private static final int MOST_SMALL = 200;

  /// What is not what was signed is not fetched for ever.
  private static final int MOST_LIES = 5;

  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Partners partners;
  private final Shelf shelf;
  private final Transfer transfer;

  TalkFiles(
      Exchange exchange, Deliveries deliveries, Partners partners, Shelf shelf, Transfer transfer) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.partners = partners;
    this.shelf = shelf;
    this.transfer = transfer;
  }

  /// A file that is on its way.
  ///
  /// @param from who said that it comes
  /// @param trouble why it did not go on the last time; null while all is well
  /// @param lies how often what came was not what was signed
  /// @param next not before it, in milliseconds since 1970
  public record Wanted(
      TalkId talk,
      OrganisationId from,
      String sha256,
      @Nullable String trouble,
      int failures,
      int lies,
      long next) {
    /// Names the file on this server.
    public String key() {
      return TalkFiles.key(talk, from, sha256);
    }
  }

  /// Where a file of a talk is.
  public sealed interface State {
    record Here(Path file) implements State {}

    /// @param come bytes that are here
    record OnItsWay(long come, @Nullable String trouble) implements State {}

    /// With the other house; nobody here has asked for it.
    record There() implements State {}

    /// Of our own people's words, and not in the vault any more.
    record Gone() implements State {}
  }

  private static String key(TalkId talk, OrganisationId from, String sha256) {
    return talk + "/" + from + "/" + sha256;
  }

  /// Where a file is that came with words.
  ///
  /// @param from whose words they were
  public State state(Talk talk, OrganisationId from, String sha256) {
    Optional<Path> file = deliveries.vault().file(sha256);
    if (!isElsewhere(from)) {
      return file.<State>map(State.Here::new).orElseGet(State.Gone::new);
    }
    String key = key(talk.id(), from, sha256);
    if (file.isPresent() && shelf.get(CAME, key).isPresent()) {
      return new State.Here(file.get());
    }
    return shelf
        .get(WANTED, key)
        .map(TalkFiles::read)
        .<State>map(wanted -> new State.OnItsWay(transfer.come(sha256), wanted.trouble()))
        .orElseGet(State.There::new);
  }

  private boolean isElsewhere(OrganisationId one) {
    return exchange.people().organisation(one).filter(Organisation::isGuest).isPresent();
  }

  /// Asks for a file that is with the other house.
  public Outcome<Talk> want(Account who, TalkId id, String sha256) {
    if (!who.may(Role.READER)) {
      return Outcome.refused(MarketReason.ROLE, Role.READER.name());
    }
    Talk talk = exchange.market().talk(id).orElse(null);
    if (talk == null || !talk.has(who.organisation())) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    OrganisationId from = talk.other(who.organisation());
    if (!isElsewhere(from) || talk.file(from, sha256).isEmpty()) {
      return Outcome.refused(MarketReason.NOT_THERE, sha256);
    }
    want(talk, from, sha256);
    return Outcome.done(talk);
  }

  private void want(Talk talk, OrganisationId from, String sha256) {
    if (state(talk, from, sha256) instanceof State.There) {
      put(new Wanted(talk.id(), from, sha256, null, 0, 0, 0));
    }
  }

  /// Told of what a partner said: its small files are fetched by themselves.
  void heard(Partner partner, Act act) {
    if (!(act.move() instanceof Move.Said said) || !act.actor().equals(partner.other())) {
      return;
    }
    Talk talk = exchange.market().talk(new TalkId(act.subject())).orElseThrow();
    List<Core.Asset> small = talk.files(act.actor()).stream().filter(TalkFiles::isSmall).toList();
    if (small.size() <= MOST_SMALL
        && small.stream().mapToLong(Core.Asset::bytes).sum() <= MOST_SMALL_BYTES) {
      said.files().stream()
          .filter(TalkFiles::isSmall)
          .forEach(asset -> want(talk, act.actor(), asset.sha256()));
    }
  }

  private static boolean isSmall(Core.Asset asset) {
    return asset.bytes() <= SMALL_BYTES;
  }

  private void put(Wanted wanted) {
    shelf.put(new Shelf.Paper(WANTED, wanted.key(), CanonicalJson.of(wanted)));
  }

  private static Wanted read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Wanted.class);
  }

  /// Tells whether a file is wanted.
  boolean names(String sha256) {
    return shelf.list(WANTED, null, MOST_WANTED).stream()
        .anyMatch(paper -> paper.key().endsWith("/" + sha256));
  }

  /// What to go on with now.
  public List<Wanted> due() {
    long now = exchange.now().toEpochMilli();
    List<Wanted> due =
        shelf.list(WANTED, null, MOST_WANTED).stream()
            .map(TalkFiles::read)
            .filter(wanted -> wanted.next() <= now)
            .toList();
    return transfer.turn(
        due, Wanted::sha256, wanted -> partner(wanted).map(Partner::home).orElse(""));
  }

  private Optional<Partner> partner(Wanted wanted) {
    return exchange
        .market()
        .talk(wanted.talk())
        .flatMap(talk -> partners.between(talk.other(wanted.from()), wanted.from()));
  }

  /// Goes on with one; returns when it is here, or broke off.
  public void fetch(Wanted wanted) {
    Talk talk = exchange.market().talk(wanted.talk()).orElse(null);
    Core.Asset asset = talk == null ? null : talk.file(wanted.from(), wanted.sha256()).orElse(null);
    if (talk == null || asset == null) {
      shelf.remove(WANTED, wanted.key());
      return;
    }
    Partner partner = partner(wanted).orElse(null);
    if (partner == null) {
      later(wanted, FederationReason.NOT_PARTNERS.name(), wanted.lies());
      return;
    }
    String path = "/talk/" + wanted.talk() + "/" + wanted.sha256();
    switch (transfer.whole(partner, path, asset)) {
      case Transfer.Came.Here _ -> {
        shelf.put(new Shelf.Paper(CAME, wanted.key(), "{}"));
        shelf.remove(WANTED, wanted.key());
        LOG.info("[federation] {} of talk {} is here", asset.name(), talk.id());
      }
      case Transfer.Came.BrokenOff(String why) -> later(wanted, why, wanted.lies());
      case Transfer.Came.OtherDigest _ -> {
        partners.refused(
            partner.own(),
            partner.other(),
            "the file " + asset.name() + " is not what was signed: other digest");
        later(wanted, MarketReason.WRONG_DIGEST.name(), wanted.lies() + 1);
      }
    }
  }

  private void later(Wanted wanted, String trouble, int lies) {
    if (lies >= MOST_LIES) {
      shelf.remove(WANTED, wanted.key());
      return;
    }
    int failures = wanted.failures() + 1;
    long next = exchange.now().plus(Federation.pause(failures + 4 * lies)).toEpochMilli();
    put(new Wanted(wanted.talk(), wanted.from(), wanted.sha256(), trouble, failures, lies, next));
  }
}
