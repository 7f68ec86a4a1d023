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
import org.tabadla.exchange.market.ListingId;
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

  VerificationRequests(ClaimRooms rooms) {
    this.rooms = rooms;
  }

  /// What came of asking.
  sealed interface Asked {
    /// The request stands now.
    record New(ListingId listing) implements Asked {}

    /// The same newsroom asks already, and nothing was added.
    record Already(ListingId listing) implements Asked {}

    /// It was not done, and why, in one line.
    record Not(String why) implements Asked {}
  }

  /// One at a time, so that a button that is pressed twice asks once.
  ///
  /// @param base what the house's own addresses begin with
  /// @param hours within how many hours it is wanted; null where it does not matter
  /// @param material what the newsroom has of it already, in words; may be blank
  synchronized Asked ask(
      String base, String id, String organisation, @Nullable String hours, Text material) {
    Claim claim = rooms.desk().claim(id).orElse(null);
    if (claim == null) {
      return new Asked.Not("no claim " + id);
    }
    if (!OrganisationId.isOne(organisation)) {
      return new Asked.Not("no organisation " + organisation);
    }
    if (hours != null && !isHours(hours)) {
      return new Asked.Not("hours: " + hours + "; a number from 1 to " + MOST_HOURS);
    }
    var owner = new OrganisationId(organisation);
    Listing before = standing(owner, claim, base).orElse(null);
    if (before != null) {
      return claim.requests().contains(before.id().value())
          ? new Asked.Already(before.id())
          : led(claim, before);
    }
    // Whoever may write for the organisation may ask; the deed names the desk in their place.
    var desk = new Account(DESK, DESK.value(), owner, Role.EDITOR, false);
    return switch (rooms.exchange().list(desk, core(base, claim, hours, material))) {
      case Outcome.Done<Listing>(Listing listing) -> led(claim, listing);
      case Outcome.Refused<Listing>(var why, String detail) ->
          new Asked.Not(why.key() + " " + detail);
    };
  }

  /// Leads from the claim to the request.
  private Asked led(Claim claim, Listing request) {
    return switch (rooms.desk().asked(claim.id(), request.id().value(), request.owner().value())) {
      case Desk.Outcome.Done _ -> new Asked.New(request.id());
      case Desk.Outcome.NotDone(String why) -> new Asked.Not(why);
    };
  }

  /// A request that stopped before the claim led to it is found by where it leads.
  ///
  /// @return the newsroom's own request that still can be answered
  private Optional<Listing> standing(OrganisationId owner, Claim claim, String base) {
    return rooms.exchange().market().listings(owner).stream()
        .filter(each -> each.core().kind() == Kind.VERIFICATION)
        .filter(each -> each.isOpen(rooms.clock().instant()))
        .filter(each -> claim.requests().contains(each.id().value()) || leads(each, base, claim))
        .findFirst();
  }

  private static boolean leads(Listing listing, String base, Claim claim) {
    Core.Origin origin = listing.core().origin();
    return origin != null && origin.url().equals(page(base, claim));
  }

  private static boolean isHours(String hours) {
    return hours.matches("\\d{1,4}")
        && Integer.parseInt(hours) >= 1
        && Integer.parseInt(hours) <= MOST_HOURS;
  }

  private static String page(String base, Claim claim) {
    return base + ClaimPages.path(claim);
  }

  private static Core core(String base, Claim claim, @Nullable String hours, Text material) {
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
        new Core.Origin("", page(base, claim), ""));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
