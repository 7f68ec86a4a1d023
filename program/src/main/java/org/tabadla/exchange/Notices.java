package org.tabadla.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.exchange.matching.Match;
import org.tabadla.model.Journal;
import org.tabadla.model.Lang;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;

/// What each organisation must know of what others did, and what each account has mailed of it.
///
/// Notices follow from the journal. The place in it is written down after what it stands for, and a
/// notice's name follows from its deed: a stop at any point costs a second look at some deeds, and
/// what is noted twice is noted once.
public final class Notices {
  private static final String PLACE = "exchange/notices-place";
  private static final String NOTICE = "exchange/notice";
  private static final String MAIL = "exchange/notice-mail";
  private static final String SEEN = "exchange/notices-seen";
  private static final String WISH = "exchange/notices-wish";
  private static final String KEY = "journal";
  private static final int MOST_SHOWN = 200;
  private static final int DUE_AT_ONCE = 200;
  private static final long LAST_SEQ = 9_999_999_999_999L;

  /// A server that begins to look at an old journal does not match all of it again.
  private static final Duration STILL_NEW = Duration.ofDays(2);

  private static final Text UNKNOWN = new Text("", Lang.UND);
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"()\\\\\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"()\\\\\\p{Cntrl}]{1,190}");

  private final Exchange exchange;
  private final Market market;
  private final Journal journal;
  private final Shelf shelf;

  public Notices(Exchange exchange, Journal journal, Shelf shelf) {
    this.exchange = exchange;
    this.market = exchange.market();
    this.journal = journal;
    this.shelf = shelf;
  }

  /// Notes all that was done since the last look.
  public synchronized void catchUp() {
    exchange.refresh();
    long place = place();
    List<Logged> page;
    do {
      page = journal.since(Deeds.ROOM, place);
      page.forEach(logged -> note(Deeds.read(logged)));
      if (!page.isEmpty()) {
        place = page.getLast().seq();
        shelf.put(new Shelf.Paper(PLACE, KEY, CanonicalJson.of(new Place(place))));
      }
    } while (page.size() == Journal.MOST_ENTRIES);
  }

  private record Place(long seq) {}

  private long place() {
    return shelf
        .get(PLACE, KEY)
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Place.class).seq())
        .orElse(0L);
  }

  private record Told(OrganisationId whom, String kind, String path, Text what, String mark) {}

  private void note(Act act) {
    for (Told told : told(act)) {
      List<Account> accounts = exchange.people().accounts(told.whom());
      if (accounts.isEmpty() || told.whom().equals(act.actor())) {
        continue;
      }
      String id = String.format(Locale.ROOT, "%013d-%s", LAST_SEQ - act.seq(), told.mark());
      var notice =
          new Notice(id, act.seq(), told.kind(), told.path(), told.what(), act.actor(), act.at());
      String key = told.whom() + "/" + id;
      shelf.put(new Shelf.Paper(NOTICE, key, CanonicalJson.of(notice)));
      for (Account account : accounts) {
        Notice.Wish wish = wish(account.id());
        if (!account.closed() && wish.wants(notice)) {
          String name = account.id() + "-" + id;
          var mail = new Notice.Mail(name, wish.email(), wish.language(), notice);
          shelf.put(new Shelf.Paper(MAIL, name, CanonicalJson.of(mail)));
        }
      }
    }
  }

  private List<Told> told(Act act) {
    String kind = act.move().kind();
    return switch (act.move()) {
      case Move.Begun _, Move.Said _, Move.Proposed _, Move.Signed _, Move.Closed _ ->
          ofTalk(act, kind);
      case Move.Ended _, Move.Kept _, Move.SharesSaid _ ->
          ofAgreement(new AgreementId(act.subject()), act, kind);
      case Move.Planned(AgreementId under, var _) -> ofAgreement(under, act, kind);
      case Move.Replanned _, Move.TaskMoved _ ->
          market
              .task(new TaskId(act.subject()))
              .map(Production.Task::agreement)
              .map(under -> ofAgreement(under, act, kind))
              .orElse(List.of());
      case Move.Delivered _,
          Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Received _,
          Move.Used _ ->
          market
              .delivery(new DeliveryId(act.subject()))
              .map(delivery -> List.of(ofDelivery(delivery, act, kind)))
              .orElse(List.of());
      case Move.ListingKilled _ -> ofKill(act);
      case Move.Listed _, Move.Relisted _ -> ofMatches(act);
      case Move.Withdrawn _, Move.Barred _, Move.Dismissed _, Move.Fetched _, Move.CutOff _ ->
          List.of();
    };
  }

  private List<Told> ofTalk(Act act, String kind) {
    Talk talk = market.talk(new TalkId(act.subject())).orElse(null);
    if (talk == null) {
      return List.of();
    }
    Text what = title(talk.about());
    return List.of(
        new Told(talk.other(act.actor()), kind, "/exchange/talk/" + talk.id(), what, kind));
  }

  private List<Told> ofAgreement(AgreementId id, Act act, String kind) {
    Agreement agreement = market.agreement(id).orElse(null);
    if (agreement == null) {
      return List.of();
    }
    boolean deal = act.move() instanceof Move.Ended || act.move() instanceof Move.Kept;
    String path = (deal ? "/exchange/agreement/" : "/exchange/production/") + id;
    return List.of(new Told(other(agreement, act.actor()), kind, path, subject(agreement), kind));
  }

  private static OrganisationId other(Agreement agreement, OrganisationId one) {
    return agreement.terms().provider().equals(one)
        ? agreement.terms().receiver()
        : agreement.terms().provider();
  }

  private Told ofDelivery(Delivery delivery, Act act, String kind) {
    boolean sent = delivery.provider().equals(act.actor());
    return new Told(
        sent ? delivery.receiver() : delivery.provider(),
        kind,
        "/exchange/delivery/" + delivery.id(),
        market.agreement(delivery.agreement()).map(Notices::subject).orElse(UNKNOWN),
        kind);
  }

  /// Whoever got something of a killed listing, agreed on it or talks about it.
  private List<Told> ofKill(Act act) {
    var id = new ListingId(act.subject());
    var out = new ArrayList<Told>();
    for (Agreement agreement : market.agreements(id)) {
      OrganisationId whom = other(agreement, act.actor());
      List<Delivery> sent = market.deliveries(agreement.id());
      String path = "/exchange/agreement/" + agreement.id();
      if (sent.isEmpty()) {
        out.add(
            new Told(whom, Notice.KILLED, path, subject(agreement), mark(agreement.id().value())));
      }
      sent.forEach(each ->
          out.add(
              new Told(
                  whom,
                  Notice.KILLED,
                  "/exchange/delivery/" + each.id(),
                  subject(agreement),
                  mark(each.id().value()))));
    }
    for (Talk talk : market.talks(id)) {
      if (!(talk.state() instanceof Talk.State.Agreed)) {
        out.add(
            new Told(
                talk.other(act.actor()),
                Notice.KILLED,
                "/exchange/talk/" + talk.id(),
                title(id),
                mark(talk.id().value())));
      }
    }
    return out;
  }

  private static String mark(String id) {
    return Notice.KILLED + "-" + id;
  }

  private List<Told> ofMatches(Act act) {
    Listing listing = market.listing(new ListingId(act.subject())).orElse(null);
    if (listing == null || act.at().isBefore(exchange.now().minus(STILL_NEW))) {
      return List.of();
    }
    var out = new ArrayList<Told>();
    for (Match match : exchange.matches(listing)) {
      ListingId theirs = listing.core().side() == Side.OFFER ? match.request() : match.offer();
      market
          .listing(theirs)
          .filter(each -> !market.isDismissed(each.owner(), match.offer(), match.request()))
          .ifPresent(each ->
              out.add(
                  new Told(
                      each.owner(),
                      Notice.MATCH,
                      "/exchange/listing/" + theirs,
                      title(theirs),
                      Notice.MATCH + "-" + theirs)));
    }
    return out;
  }

  private Text title(ListingId id) {
    return market
        .listing(id)
        .map(listing -> listing.core().about().titles().getFirst())
        .orElse(UNKNOWN);
  }

  private static Text subject(Agreement agreement) {
    return new Text(agreement.terms().subject(), Lang.UND);
  }

  /// What an account is shown, newest first.
  public List<Notice> of(Account who) {
    return shelf.under(NOTICE, who.organisation() + "/", MOST_SHOWN).stream()
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Notice.class))
        .toList();
  }

  /// The seq of the newest notice that an account says it has seen.
  public long seen(AccountId who) {
    return shelf
        .get(SEEN, who.value())
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Place.class).seq())
        .orElse(0L);
  }

  public int unseen(Account who) {
    long seen = seen(who.id());
    return (int) of(who).stream().filter(notice -> notice.seq() > seen).count();
  }

  /// @param upTo the newest seq that stood on the page; what came since is not seen
  public void see(AccountId who, long upTo) {
    long seq = Math.max(seen(who), Math.min(upTo, LAST_SEQ));
    shelf.put(new Shelf.Paper(SEEN, who.value(), CanonicalJson.of(new Place(seq))));
  }

  public Notice.Wish wish(AccountId who) {
    return shelf
        .get(WISH, who.value())
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Notice.Wish.class))
        .orElse(Notice.Wish.NONE);
  }

  /// @return whether the address is one to which mail can be sent, or blank
  public boolean wish(AccountId who, Notice.Wish wish) {
    if (!wish.email().isBlank() && !ADDRESS.matcher(wish.email()).matches()) {
      return false;
    }
    shelf.put(new Shelf.Paper(WISH, who.value(), CanonicalJson.of(wish)));
    return true;
  }

  /// Mail that was not handed on yet, at most some at once.
  public List<Notice.Mail> due() {
    return shelf.list(MAIL, null, DUE_AT_ONCE).stream()
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Notice.Mail.class))
        .toList();
  }

  /// Says that a mail was handed on.
  public void sent(String name) {
    shelf.remove(MAIL, name);
  }
}
