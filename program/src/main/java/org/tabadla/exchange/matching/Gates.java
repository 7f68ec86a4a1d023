package org.tabadla.exchange.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.matching.Match.Gate;
import org.tabadla.exchange.matching.Match.Missing;

/// What keeps an offer and a request apart, and what the two leave open.
final class Gates {
  private static final List<Set<Kind>> FAMILIES =
      List.of(
          EnumSet.of(Kind.NEWS_ITEM, Kind.RAW_FOOTAGE, Kind.COVERAGE, Kind.LIVE),
          EnumSet.of(Kind.PROGRAMME, Kind.CO_PRODUCTION),
          EnumSet.of(Kind.TECHNOLOGY, Kind.SERVICE),
          EnumSet.of(Kind.TRAINING, Kind.VISIT));

  private Gates() {}

  static boolean pass(Item offer, Item request, Instant now) {
    return !offer.owner().id().equals(request.owner().id())
        && areNear(offer.core().kind(), request.core().kind())
        && mediumFits(offer, request)
        && languageFits(offer, request)
        && offer.isOpen(now)
        && request.isOpen(now)
        && seeEachOther(offer, request)
        && territoryFits(offer, request)
        && datesFit(offer, request);
  }

  /// All that are shut.
  static List<Gate> shut(Item offer, Item request, Instant now) {
    var shut = new ArrayList<Gate>();
    add(shut, Gate.OWN, !offer.owner().id().equals(request.owner().id()));
    add(shut, Gate.CLOSED, offer.isOpen(now) && request.isOpen(now));
    add(shut, Gate.AUDIENCE, seeEachOther(offer, request));
    add(shut, Gate.KIND, areNear(offer.core().kind(), request.core().kind()));
    add(shut, Gate.MEDIUM, mediumFits(offer, request));
    add(shut, Gate.LANGUAGE, languageFits(offer, request));
    add(shut, Gate.TERRITORY, territoryFits(offer, request));
    add(shut, Gate.DATES, datesFit(offer, request));
    return shut;
  }

  private static void add(List<Gate> shut, Gate gate, boolean open) {
    if (!open) {
      shut.add(gate);
    }
  }

  static boolean areNear(Kind one, Kind other) {
    return one == other
        || FAMILIES.stream().anyMatch(each -> each.contains(one) && each.contains(other));
  }

  private static boolean seeEachOther(Item offer, Item request) {
    return offer.listing().isSeenBy(request.owner()) && request.listing().isSeenBy(offer.owner());
  }

  private static boolean mediumFits(Item offer, Item request) {
    Core.Medium has = offer.core().supply().medium();
    Core.Medium wants = request.core().supply().medium();
    return has == null || wants == null || has == wants;
  }

  /// What says nothing of its language may have any.
  private static boolean languageFits(Item offer, Item request) {
    return offer.languages().isEmpty()
        || request.languages().isEmpty()
        || !Collections.disjoint(offer.languages(), request.languages());
  }

  /// The receiver needs its own country, or those that its request's terms name.
  private static boolean territoryFits(Item offer, Item request) {
    Set<String> allowed = offer.terms().countries();
    Set<String> needed = request.terms().countries();
    return allowed.isEmpty()
        || allowed.containsAll(needed.isEmpty() ? Set.of(request.owner().country()) : needed);
  }

  private static boolean datesFit(Item offer, Item request) {
    Instant needBy = request.core().times().needBy();
    return isBy(offer.core().times().availableFrom(), needBy)
        && isBy(offer.core().times().embargo(), needBy)
        && isBy(offer.terms().embargo(), needBy);
  }

  private static boolean isBy(@Nullable Instant when, @Nullable Instant needBy) {
    return when == null || needBy == null || !when.isAfter(needBy);
  }

  static List<Missing> missing(Item offer, Item request) {
    var out = new ArrayList<Missing>();
    if (!request.languages().isEmpty() && offer.languages().isEmpty()) {
      out.add(Missing.LANGUAGE_UNSAID);
    }
    boolean dated = offer.core().times().availableFrom() != null;
    if (request.core().times().needBy() != null && !dated) {
      out.add(Missing.DATE_UNSAID);
    }
    if (offer.core().bargain().rights().isBlank()) {
      out.add(Missing.TERMS_UNSAID);
    }
    if (request.core().supply().medium() != null && offer.core().supply().medium() == null) {
      out.add(Missing.MEDIUM_UNSAID);
    }
    int has = offer.core().supply().quantity();
    if (has > 0 && has < request.core().supply().quantity()) {
      out.add(Missing.FEWER);
    }
    if (offer.core().supply().stage() != Core.Stage.READY) {
      out.add(Missing.NOT_READY);
    }
    if (offer.terms().newsOnly() && !request.terms().newsOnly()) {
      out.add(Missing.NEWS_ONLY);
    }
    var lasts = offer.terms().lasts();
    var wanted = request.terms().lasts();
    if (lasts != null && wanted != null && lasts.compareTo(wanted) < 0) {
      out.add(Missing.SHORT_TERM);
    }
    if (offer.core().bargain().consideration() == Core.Consideration.PAYMENT
        && request.core().bargain().consideration() != Core.Consideration.PAYMENT) {
      out.add(Missing.PAYMENT);
    }
    return out;
  }
}
