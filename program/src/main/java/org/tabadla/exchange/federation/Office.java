package org.tabadla.exchange.federation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.exchange.signed.Verdict;
import org.tabadla.model.Bytes;
import org.tabadla.model.Deed;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Where other servers' requests are answered. Whoever is not known by a key that was read aloud
/// gets nothing, not even whether there is something.
public final class Office {
  private static final Logger LOG = LoggerFactory.getLogger(Office.class);
  private static final int UNAUTHORISED = 401;
  private static final int NOT_FOUND = 404;
  private static final int REFUSED = 409;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;

  /// How far an act that is asked for may be from our time.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Pattern PATH =
      Pattern.compile(
          "/federation/([a-z0-9][a-z0-9-]{1,39})/"
              + "(deeds|ask|(?:delivery|talk)/([a-z0-9]{17})/([0-9a-f]{64}))");
  private static final Pattern CURSOR = Pattern.compile("\\?after=(\\d{1,18})&hash=([0-9a-f]{64})");

  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Partners partners;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Mail mail;
  private final Nonces nonces;
  private volatile @org.jspecify.annotations.Nullable Presented presented;

  Office(
      Exchange exchange,
      Deliveries deliveries,
      Partners partners,
      Outbox outbox,
      Inbox inbox,
      Mail mail,
      Nonces nonces) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.partners = partners;
    this.outbox = outbox;
    this.inbox = inbox;
    this.mail = mail;
    this.nonces = nonces;
  }

  /// What is answered.
  public sealed interface Answer {
    /// A message, signed.
    record Signed(HttpMessage message) implements Answer {}

    /// A file, which its digest vouches for.
    ///
    /// @param place `delivery/ID` or `talk/ID`
    /// @param partner whose right to it is asked again while it goes out, see {@link #over}
    record File(Deliveries.Fetch fetch, String place, Partner partner) implements Answer {}

    /// Nothing.
    ///
    /// @param why one line for the other side's log
    record No(int status, String why) implements Answer {}
  }

  /// How this house presents itself. Whoever asks for it again and again has nothing signed anew.
  public byte[] card() {
    List<Organisation> of = exchange.people().organisations();
    Presented last = presented;
    if (last == null || !last.of().equals(of)) {
      last = new Presented(of, new Bytes(bytes(Card.of(exchange.people()))));
      presented = last;
    }
    return last.card().array();
  }

  private record Presented(List<Organisation> of, Bytes card) {}

  /// Tells whether a request, its content aside, is for a place that there is, and names a key that
  /// is in force here. Whether it is that key's is known when all of it is read.
  public boolean isExpected(HttpMessage head) {
    return head.start() instanceof HttpMessage.Start.Request(var _, var address)
        && PATH.matcher(path(address)).matches()
        && mail.namesKey(head);
  }

  private static String path(HttpMessage.Address address) {
    int query = address.target().indexOf('?');
    return query < 0 ? address.target() : address.target().substring(0, query);
  }

  /// Answers a partner's request.
  ///
  /// @param request with the content as it came, at most {@link #mostBytes} of it
  public Answer answer(HttpMessage request) {
    if (!(request.start() instanceof HttpMessage.Start.Request(String method, var address))) {
      return new Answer.No(BAD_REQUEST, "no request");
    }
    String path = path(address);
    Matcher asked = PATH.matcher(path);
    if (!asked.matches()) {
      return new Answer.No(NOT_FOUND, "nothing at " + brief(path));
    }
    return switch (mail.sender(request)) {
      case Mail.Sender.Unknown(Verdict.Reason reason, String what) -> {
        if (partners.isWorthALine(reason.name())) {
          LOG.warn("[federation] a message was refused, {}: {}", reason, brief(what));
        }
        yield new Answer.No(UNAUTHORISED, reason + ": " + brief(what));
      }
      case Mail.Sender.Known(OrganisationId other, String keyId) -> {
        if (nonces.isFlood(keyId)) {
          yield new Answer.No(TOO_MANY, "too many requests; wait");
        }
        var partner = partners.between(new OrganisationId(asked.group(1)), other);
        yield partner.isEmpty()
            ? new Answer.No(NOT_FOUND, FederationReason.NOT_PARTNERS.name())
            : answer(request, method, asked, partner.get());
      }
    };
  }

  /// The largest content that is read.
  public static int mostBytes() {
    return Parcel.MOST_BYTES;
  }

  private Answer answer(HttpMessage request, String method, Matcher asked, Partner partner) {
    try {
      return switch (method + " " + asked.group(2).replaceFirst("/.*", "")) {
        case "GET deeds" -> signed(request, partner, bytes(page(request, partner)));
        case "POST deeds" -> signed(request, partner, bytes(taken(request, partner)));
        case "POST ask" -> signed(request, partner, bytes(asked(request, partner)));
        case "GET delivery", "GET talk" -> file(asked, partner);
        default -> new Answer.No(NOT_FOUND, "nothing for " + method);
      };
    } catch (Parcel.BadMessage e) {
      partners.refused(partner.own(), partner.other(), "unreadable: " + e.getMessage());
      return new Answer.No(BAD_REQUEST, brief(String.valueOf(e.getMessage())));
    }
  }

  private Answer signed(HttpMessage request, Partner partner, byte[] json) {
    return switch (mail.answer(partner.own(), request, json)) {
      case Outcome.Done<HttpMessage>(HttpMessage message) -> new Answer.Signed(message);
      case Outcome.Refused<HttpMessage>(var why, String detail) ->
          new Answer.No(REFUSED, why + " " + detail);
    };
  }

  private Parcel page(HttpMessage request, Partner partner) throws Parcel.BadMessage {
    String target =
        request.start() instanceof HttpMessage.Start.Request(var _, var address)
            ? address.target()
            : "";
    Matcher cursor = CURSOR.matcher(target.substring(Math.max(0, target.indexOf('?'))));
    if (!cursor.matches()) {
      throw new Parcel.BadMessage("ask with ?after=SEQ&hash=HASH");
    }
    exchange.refresh();
    return outbox.after(
        new Cursor(Long.parseLong(cursor.group(1)), cursor.group(2)),
        partner.own(),
        other(partner));
  }

  private Organisation other(Partner partner) {
    return exchange.people().organisation(partner.other()).orElseThrow();
  }

  private Inbox.Taken taken(HttpMessage request, Partner partner) throws Parcel.BadMessage {
    return inbox.pushed(partner, Parcel.read(request.body().bytes(), Parcel.class));
  }

  /// What came of a question.
  ///
  /// @param refused the reason's name; null when the act stands
  record Reply(
      @org.jspecify.annotations.Nullable String refused,
      @org.jspecify.annotations.Nullable String detail) {}

  private Reply asked(HttpMessage request, Partner partner) throws Parcel.BadMessage {
    Deed deed;
    try {
      deed = Parcel.read(request.body().bytes(), Parcel.Told.class).deed();
    } catch (IllegalArgumentException e) {
      throw new Parcel.BadMessage(String.valueOf(e.getMessage()));
    }
    Duration off = Duration.between(deed.at(), exchange.now()).abs();
    if (off.compareTo(SKEW) > 0) {
      return new Reply(FederationReason.BAD_TIME.name(), deed.at() + " / " + exchange.now());
    }
    return switch (inbox.taken(partner, deed)) {
      case Outcome.Done<Act> _ -> new Reply(null, null);
      case Outcome.Refused<Act>(var why, String detail) -> new Reply(name(why), detail);
    };
  }

  static String name(Outcome.Reason why) {
    return why instanceof Enum<?> named ? named.name() : why.key();
  }

  private Answer file(Matcher asked, Partner partner) {
    String place = asked.group(2).substring(0, asked.group(2).lastIndexOf('/'));
    return switch (fetch(partner, place, asked.group(4))) {
      case Outcome.Done<Deliveries.Fetch>(var fetch) -> new Answer.File(fetch, place, partner);
      case Outcome.Refused<Deliveries.Fetch>(var why, String detail) -> {
        partners.refused(
            partner.own(), partner.other(), "file of " + place + ": " + why + " " + detail);
        yield new Answer.No(REFUSED, name(why) + " " + brief(detail));
      }
    };
  }

  private Outcome<Deliveries.Fetch> fetch(Partner partner, String place, String sha256) {
    String id = place.substring(place.indexOf('/') + 1);
    return place.startsWith("talk/")
        ? deliveries.enclosed(partner.own(), partner.other(), new TalkId(id), sha256)
        : deliveries.fetch(partner.other(), new DeliveryId(id), sha256);
  }

  /// Asked while a file goes out.
  ///
  /// @return why it may not go on; empty while it may
  public Optional<String> over(Answer.File file) {
    Partner partner = file.partner();
    if (partners.between(partner.own(), partner.other()).isEmpty()) {
      return Optional.of(FederationReason.NOT_PARTNERS.name());
    }
    String sha256 = file.fetch().asset().sha256();
    return fetch(partner, file.place(), sha256)
            instanceof Outcome.Refused<Deliveries.Fetch>(var why, String more)
        ? Optional.of((name(why) + " " + more).strip())
        : Optional.empty();
  }

  /// Told when a file was cut off on its way.
  ///
  /// @param at how many of its bytes had gone out
  public void cut(Answer.File file, long at, String why) {
    String name = file.fetch().asset().name();
    partners.refused(
        file.partner().own(),
        file.partner().other(),
        "cut off " + name + " of " + file.place() + " at " + at + ": " + why);
  }

  private static byte[] bytes(Object value) {
    return CanonicalJson.MAPPER.writeValueAsBytes(value);
  }

  private static String brief(String text) {
    String line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }
}
