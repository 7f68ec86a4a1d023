package org.tabadla.web.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;

/// Asks other newsrooms to verify a claim: a request in the exchange that leads to the claim, and
/// the claim to it. A newsroom asks, never a person: neither the request nor what partners are sent
/// of it names the one who pressed the button, nor any reader who had asked before.
final class VerificationRequests {
  private static final AccountId DESK = new AccountId("verification-desk");
  private static final int LONGEST_TITLE_CHARS = 300;
  private static final int LONGEST_CLAIM_CHARS = 1_000;
  private static final int LONGEST_MATERIAL_CHARS = 400;
  private static final int MOST_HOURS = 1_000;

  private final ClaimRooms rooms;
  private final String base;

  VerificationRequests(ClaimRooms rooms, String base) {
    this.rooms = rooms;
    this.base = base;
  }

  /// @param hours within how many hours it is wanted; null where it does not matter
  /// @param material what the newsroom has of it already, in words; may be blank
  Desk.Outcome ask(String id, String organisation, @Nullable String hours, Text material) {
    Claim claim = rooms.desk().claim(id).orElse(null);
    if (claim == null) {
      return new Desk.Outcome.NotDone("no claim " + id);
    }
    if (!OrganisationId.isOne(organisation)) {
      return new Desk.Outcome.NotDone("no organisation " + organisation);
    }
    if (hours != null && !isHours(hours)) {
      return new Desk.Outcome.NotDone("hours: " + hours + "; a number from 1 to " + MOST_HOURS);
    }
    var by = new OrganisationId(organisation);
    // Pressed twice, or stopped between the request and the claim: there is one request.
    Optional<Listing> open = open(by, claim);
    if (open.isPresent()) {
      return rooms.desk().asked(id, open.get().id().value(), organisation);
    }
    // Whoever may write for the organisation may ask; the deed names the desk in their place.
    var desk = new Account(DESK, DESK.value(), by, Role.EDITOR, false);
    return switch (rooms.exchange().list(desk, core(claim, hours, material))) {
      case Outcome.Done<Listing>(Listing listing) ->
          rooms.desk().asked(id, listing.id().value(), organisation);
      case Outcome.Refused<Listing>(var why, String detail) ->
          new Desk.Outcome.NotDone(why.key() + " " + detail);
    };
  }

  private static boolean isHours(String hours) {
    return hours.matches("\\d{1,4}")
        && Integer.parseInt(hours) >= 1
        && Integer.parseInt(hours) <= MOST_HOURS;
  }

  private Optional<Listing> open(OrganisationId by, Claim claim) {
    return rooms.exchange().market().listings(by).stream()
        .filter(listing -> listing.isOpen(rooms.clock().instant()))
        .filter(listing -> listing.core().kind() == Kind.VERIFICATION)
        .filter(listing ->
            listing.core().origin() != null && listing.core().origin().url().equals(page(claim)))
        .findFirst();
  }

  private String page(Claim claim) {
    return base + ClaimPages.path(claim);
  }

  private Core core(Claim claim, @Nullable String hours, Text material) {
    Map<String, String> facet = new TreeMap<>();
    facet.put("claim", cut(claim.words().value(), LONGEST_CLAIM_CHARS));
    if (!material.isBlank()) {
      facet.put("material", cut(material.value(), LONGEST_MATERIAL_CHARS));
    }
    if (hours != null) {
      facet.put("deadline_hours", hours);
    }
    String lang = claim.words().lang().isKnown() ? claim.words().lang().tag() : "";
    String place = claim.place();
    return new Core(
        Side.REQUEST,
        Kind.VERIFICATION,
        Audience.PUBLIC,
        new Core.About(
            List.of(
                new Text(cut(claim.words().value(), LONGEST_TITLE_CHARS), claim.words().lang())),
            List.of(),
            List.of(lang),
            List.of(),
            List.of(),
            place == null ? List.of() : List.of(cut(place, 100))),
        new Core.Supply(null, 0, "", Core.Stage.PLANNED),
        Core.Times.NONE,
        new Core.Bargain(Core.Consideration.EXCHANGE, "", ""),
        facet,
        List.of(),
        new Core.Origin("", page(claim), ""));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
