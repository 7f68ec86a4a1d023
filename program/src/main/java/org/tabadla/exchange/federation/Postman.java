package org.tabadla.exchange.federation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Deed;
import org.tabadla.model.Shelf;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Goes to other servers: brings them what they may know, fetches what they have, asks them to put
/// something in order.
final class Postman {
  private static final String SENT = "federation/sent";
  private static final int MOST_CARD_BYTES = 1 << 20;
  private static final String JSON = "application/json";

  private final Exchange exchange;
  private final Partners partners;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Mail mail;
  private final Shelf shelf;
  private final Courier courier;

  Postman(
      Exchange exchange,
      Partners partners,
      Outbox outbox,
      Inbox inbox,
      Mail mail,
      Shelf shelf,
      Courier courier) {
    this.exchange = exchange;
    this.partners = partners;
    this.outbox = outbox;
    this.inbox = inbox;
    this.mail = mail;
    this.shelf = shelf;
    this.courier = courier;
  }

  /// An address as requests have it.
  ///
  /// @param home what the other server's addresses begin with, without a slash at the end
  static HttpMessage.Address address(String home, String path) {
    URI uri = URI.create(home);
    return new HttpMessage.Address(
        uri.getScheme(),
        uri.getRawAuthority(),
        Optional.ofNullable(uri.getRawPath()).orElse("") + path);
  }

  /// Reads another server's card.
  Outcome<Card> card(String home) {
    var request =
        new HttpMessage(
            new HttpMessage.Start.Request("GET", address(home, "/federation/card")),
            List.of(),
            new HttpMessage.Body(new byte[0]));
    return switch (courier.send(request, MOST_CARD_BYTES)) {
      case Courier.Back.Lost(String why) -> Outcome.refused(FederationReason.NO_ANSWER, why);
      case Courier.Back.Answered(HttpMessage answer) -> {
        try {
          Card card = Parcel.read(answer.body().bytes(), Card.class);
          yield card.organisations().size() > Card.MOST_MEMBERS
              ? Outcome.refused(FederationReason.NO_CARD, home)
              : Outcome.done(card);
        } catch (Parcel.BadMessage e) {
          yield Outcome.refused(FederationReason.NO_CARD, home);
        }
      }
    };
  }

  /// Brings the partner all that it does not have yet.
  ///
  /// @return why it broke off; null when it has all
  @Nullable String push(Partner partner) {
    exchange.refresh();
    Instant end = exchange.now().plus(Inbox.LONGEST_VISIT);
    boolean more = true;
    for (int page = 0; more; page++) {
      if (page >= Inbox.MOST_PAGES || exchange.now().isAfter(end)) {
        return "there is more; it is sent later";
      }
      Cursor before = sent(partner);
      Parcel parcel =
          outbox.after(
              before, partner.own(), exchange.people().organisation(partner.other()).orElseThrow());
      if (parcel.last().equals(before)) {
        return null;
      }
      Cursor have = parcel.last();
      if (Outbox.isNews(parcel, partner.own())) {
        switch (reply(partner, "POST", "/deeds", bytes(parcel), Inbox.Taken.class)) {
          case Outcome.Refused<Inbox.Taken>(var why, String detail) -> {
            return Office.name(why) + " " + detail;
          }
          case Outcome.Done<Inbox.Taken>(Inbox.Taken taken) -> {
            have = taken.have();
            taken
                .refused()
                .forEach(each ->
                    partners.refused(
                        partner.own(),
                        partner.other(),
                        "they did not take " + each.kind() + ": " + each.why()));
            // A reader that stays where it was would be told the same without end.
            if (have.equals(before)) {
              return "their server does not go on from " + before.seq();
            }
          }
        }
      }
      shelf.put(new Shelf.Paper(SENT, partner.key(), CanonicalJson.of(have)));
      more = parcel.more() || !have.equals(parcel.last());
    }
    return null;
  }

  /// How far the partner was brought.
  Cursor sent(Partner partner) {
    return shelf
        .get(SENT, partner.key())
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Cursor.class))
        .orElse(Cursor.START);
  }

  /// Fetches all that the partner has for us.
  ///
  /// @return why it broke off; null when all is here
  @Nullable String pull(Partner partner) {
    return inbox.pulled(partner, cursor -> page(partner, cursor));
  }

  private Inbox.Pages.Page page(Partner partner, Cursor cursor) {
    String path = "/deeds?after=" + cursor.seq() + "&hash=" + cursor.hash();
    return switch (reply(partner, "GET", path, new byte[0], Parcel.class)) {
      case Outcome.Done<Parcel>(Parcel parcel) -> new Inbox.Pages.Page.Whole(parcel);
      case Outcome.Refused<Parcel>(var why, String detail) ->
          new Inbox.Pages.Page.Broken(Office.name(why) + " " + detail);
    };
  }

  /// Asks the partner's house to put a deed of ours in its place.
  Outcome<Office.Reply> ask(Partner partner, Deed deed) {
    return reply(partner, "POST", "/ask", bytes(Parcel.Told.of(deed)), Office.Reply.class);
  }

  private <T extends Record> Outcome<T> reply(
      Partner partner, String method, String path, byte[] body, Class<T> type) {
    return request(partner, method, path, body)
        .then(request ->
            switch (courier.send(request, Parcel.MOST_BYTES)) {
              case Courier.Back.Lost(String why) ->
                  Outcome.refused(FederationReason.NO_ANSWER, why);
              case Courier.Back.Answered(HttpMessage answer) ->
                  read(partner.other(), request, answer, type);
            });
  }

  /// A request of ours, signed.
  Outcome<HttpMessage> request(Partner partner, String method, String path, byte[] body) {
    return mail.request(
        partner.own(), method, address(partner.home(), partner.path(path)), body, JSON);
  }

  private <T extends Record> Outcome<T> read(
      OrganisationId from, HttpMessage request, HttpMessage answer, Class<T> type) {
    if (!(answer.start() instanceof HttpMessage.Start.Response(int status)) || status != 200) {
      String why = String.join(" ", answer.values("tabadla-reason"));
      return Outcome.refused(FederationReason.NOT_TAKEN, answer.start() + " " + why);
    }
    Optional<String> fault = mail.fault(from, request, answer);
    if (fault.isPresent()) {
      return Outcome.refused(FederationReason.BAD_ANSWER, fault.get());
    }
    try {
      return Outcome.done(Parcel.read(answer.body().bytes(), type));
    } catch (Parcel.BadMessage e) {
      return Outcome.refused(FederationReason.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(Object value) {
    return CanonicalJson.of(value).getBytes(StandardCharsets.UTF_8);
  }
}
