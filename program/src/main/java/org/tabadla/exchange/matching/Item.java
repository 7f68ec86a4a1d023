package org.tabadla.exchange.matching;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.rights.PlainTerms;
import org.tabadla.exchange.rights.Terms;
import org.tabadla.model.Lang;
import org.tabadla.people.Organisation;

/// A listing as the gates look at it.
///
/// @param languages in which it can be had or is wanted, primary tags
record Item(Listing listing, Organisation owner, Terms terms, Set<String> languages) {
  static Item of(Listing listing, Organisation owner) {
    Core core = listing.core();
    Terms terms =
        PlainTerms.read(core.bargain().rights())
                instanceof PlainTerms.Reading.Understood(Terms read)
            ? read
            : Terms.OPEN;
    var languages = new HashSet<String>();
    List.of(core.about().languages(), core.about().versions())
        .forEach(tags -> tags.forEach(tag -> languages.add(new Lang(tag).primary())));
    return new Item(listing, owner, terms, Set.copyOf(languages));
  }

  Core core() {
    return listing.core();
  }

  boolean isOpen(Instant now) {
    return listing.isOpen(now);
  }
}
