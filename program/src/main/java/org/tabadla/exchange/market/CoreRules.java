package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rights.PlainTerms;
import org.tabadla.model.Text;
import org.tabadla.people.Outcome;

/// What a listing must keep to.
final class CoreRules {
  private static final int MOST_TEXTS = 8;
  private static final int LONGEST_TITLE_CHARS = 300;
  private static final int LONGEST_SUMMARY_CHARS = 5_000;
  private static final int MOST_WORDS = 40;
  private static final int LONGEST_WORD_CHARS = 100;
  private static final int MOST_FILES = 50;
  private static final int MOST_PARTIES = 100;
  private static final int MOST_QUANTITY = 1_000_000;
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,80}");
  private static final Pattern NO_NAME = Pattern.compile("[/\\\\\\p{Cntrl}]|^\\.");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private CoreRules() {}

  /// @return null where all is well
  static Outcome.@Nullable Refused<Core> fault(Core core) {
    Outcome.Refused<Core> fault = texts(core.about());
    if (fault == null) {
      fault = audience(core.audience());
    }
    if (fault == null) {
      fault = times(core.times());
    }
    if (fault == null) {
      fault = bargain(core);
    }
    if (fault == null) {
      String wrong = Facets.of(core.kind()).fault(core.facet());
      fault = wrong == null ? null : no(MarketReason.BAD_FACET, wrong);
    }
    return fault == null ? files(core.assets()) : fault;
  }

  private static Outcome.@Nullable Refused<Core> texts(Core.About about) {
    if (about.titles().isEmpty() || about.titles().stream().anyMatch(Text::isBlank)) {
      return no(MarketReason.NO_TITLE, "");
    }
    boolean many = about.titles().size() > MOST_TEXTS || about.summaries().size() > MOST_TEXTS;
    for (List<String> words :
        List.of(about.languages(), about.versions(), about.topics(), about.places())) {
      many |= words.size() > MOST_WORDS;
      if (words.stream().anyMatch(word -> word.length() > LONGEST_WORD_CHARS)) {
        return no(MarketReason.TOO_LONG, "");
      }
    }
    if (many) {
      return no(MarketReason.TOO_MANY, "");
    }
    boolean isLong =
        about.titles().stream().anyMatch(text -> text.value().length() > LONGEST_TITLE_CHARS)
            || about.summaries().stream()
                .anyMatch(text -> text.value().length() > LONGEST_SUMMARY_CHARS);
    return isLong ? no(MarketReason.TOO_LONG, "") : null;
  }

  private static Outcome.@Nullable Refused<Core> audience(Audience audience) {
    boolean fits =
        switch (audience.reach()) {
          case PUBLIC -> true;
          case CIRCLE ->
              !audience.countries().isEmpty() && COUNTRIES.containsAll(audience.countries());
          case PARTIES ->
              !audience.parties().isEmpty() && audience.parties().size() <= MOST_PARTIES;
        };
    return fits ? null : no(MarketReason.BAD_AUDIENCE, String.join(" ", audience.countries()));
  }

  private static Outcome.@Nullable Refused<Core> times(Core.Times times) {
    Instant expires = times.expires();
    Instant from = times.availableFrom();
    return expires != null && from != null && expires.isBefore(from)
        ? no(MarketReason.BAD_TIMES, "")
        : null;
  }

  private static Outcome.@Nullable Refused<Core> bargain(Core core) {
    int quantity = core.supply().quantity();
    if (quantity < 0
        || quantity > MOST_QUANTITY
        || core.supply().unit().length() > LONGEST_WORD_CHARS
        || core.bargain().note().length() > LONGEST_SUMMARY_CHARS) {
      return no(MarketReason.TOO_LONG, "");
    }
    return PlainTerms.read(core.bargain().rights())
            instanceof PlainTerms.Reading.NotUnderstood(var phrases)
        ? no(MarketReason.TERMS_UNREADABLE, String.join(" · ", phrases))
        : null;
  }

  /// @return null where all names, types and digests are fit
  static Outcome.@Nullable Refused<Core> files(List<Core.Asset> assets) {
    if (assets.size() > MOST_FILES) {
      return no(MarketReason.TOO_MANY, "");
    }
    for (Core.Asset asset : assets) {
      boolean fits =
          !asset.name().isBlank()
              && asset.name().length() <= LONGEST_TITLE_CHARS
              && !NO_NAME.matcher(asset.name()).find()
              && TYPE.matcher(asset.type()).matches()
              && asset.bytes() >= 0
              && DIGEST.matcher(asset.sha256()).matches();
      if (!fits) {
        return no(MarketReason.BAD_FILE, asset.name());
      }
    }
    return null;
  }

  private static Outcome.Refused<Core> no(MarketReason why, String detail) {
    return new Outcome.Refused<>(why, detail);
  }
}
