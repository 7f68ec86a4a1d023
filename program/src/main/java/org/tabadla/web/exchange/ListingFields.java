package org.tabadla.web.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Core;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import org.tabadla.web.Ui;

/// What a listing says, as its form would be filled in.
final class ListingFields {
  private ListingFields() {}

  /// @param zone in which times are told
  static Map<String, String> of(Core core, ZoneId zone) {
    var given = new HashMap<String, String>();
    texts(given, "title-", core.about().titles());
    texts(given, "summary-", core.about().summaries());
    given.put("languages", list(core.about().languages()));
    given.put("versions", list(core.about().versions()));
    given.put("topics", list(core.about().topics()));
    given.put("places", list(core.about().places()));
    Core.Supply supply = core.supply();
    given.put("medium", supply.medium() == null ? "" : supply.medium().name());
    given.put("stage", supply.stage().name());
    given.put("quantity", supply.quantity() == 0 ? "" : Integer.toString(supply.quantity()));
    given.put("unit", supply.unit());
    Core.Times times = core.times();
    given.put("available", time(times.availableFrom(), zone));
    given.put("embargo", time(times.embargo(), zone));
    given.put("event", time(times.event(), zone));
    given.put("needby", time(times.needBy(), zone));
    given.put("expires", time(times.expires(), zone));
    given.put("consideration", core.bargain().consideration().name());
    given.put("note", core.bargain().note());
    given.put("rights", core.bargain().rights());
    given.put("reach", core.audience().reach().name());
    given.put("countries", list(core.audience().countries()));
    given.put(
        "parties", list(core.audience().parties().stream().map(OrganisationId::value).toList()));
    core.facet().forEach((name, value) -> given.put("facet-" + name, value));
    Core.Origin origin = core.origin();
    if (origin != null) {
      given.put("origin-article", origin.article());
      given.put("origin-url", origin.url());
      given.put("origin-source", origin.source());
    }
    return given;
  }

  /// A text in a language that the form has no field for goes where English is.
  private static void texts(Map<String, String> given, String prefix, List<Text> texts) {
    for (Text text : texts) {
      String tag = text.lang().primary();
      boolean has = Ui.ALL.stream().anyMatch(ui -> ui.tag().equals(tag));
      given.putIfAbsent(prefix + (has ? tag : "en"), text.value());
    }
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null
        ? ""
        : at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
