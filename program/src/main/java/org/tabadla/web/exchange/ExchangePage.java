package org.tabadla.web.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Notice;
import org.tabadla.exchange.federation.Card;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.exchange.federation.Fetching;
import org.tabadla.exchange.federation.Partner;
import org.tabadla.exchange.federation.Partners;
import org.tabadla.exchange.federation.TalkFiles;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Commitment;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Facets;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.matching.Match;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.exchange.preview.Captions;
import org.tabadla.exchange.preview.Preview;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.SpokenPrint;
import org.tabadla.web.Dated;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Ui;
import org.tabadla.web.When;
import org.tabadla.web.people.Visitor;

/// What the exchange's pages are filled from.
///
/// @param me null for a reader without an account
/// @param shown the page's own matter
public record ExchangePage(
    Shell shell,
    ZoneId zone,
    People people,
    @Nullable Visitor me,
    Instant now,
    int unseen,
    Shown shown) {
  /// The matter of one page.
  public sealed interface Shown {
    /// @param next the address of older ones, or null
    record Board(Side side, Asked asked, List<Listing> listings, String csv, @Nullable String next)
        implements Shown {}

    /// @param matches of one's own listing
    /// @param talks about it that the viewer takes part in
    /// @param mine one's own open listings that it could answer
    record One(
        Listing listing,
        List<Met> matches,
        List<Talk> talks,
        boolean own,
        List<Listing> mine,
        List<Revisions> revisions)
        implements Shown {}

    /// @param given what was typed, by field
    /// @param changes the listing that is changed, null for a new one
    record Form(
        Side side,
        Kind kind,
        Map<String, String> given,
        List<Facets.Field> facet,
        @Nullable Listing changes,
        @Nullable String trouble,
        String detail)
        implements Shown {
      Form(Side side, Kind kind, Map<String, String> given) {
        this(side, kind, given, Facets.of(kind).fields(), null, null, "");
      }

      /// @param refused why it was not taken, null where nothing was refused
      Form changing(@Nullable Listing listing, Outcome.@Nullable Refused<Listing> refused) {
        return new Form(
            side,
            kind,
            given,
            facet,
            listing,
            refused == null ? null : refused.why().key(),
            refused == null ? "" : refused.detail());
      }
    }

    record Desk(
        List<Waiting> waiting,
        List<Met> matches,
        List<Listing> listings,
        List<Talk> talks,
        List<Agreement> agreements)
        implements Shown {}

    record Talking(Talk talk, Listing listing, TalkFiles files) implements Shown {}

    record Agreed(
        Agreement agreement,
        Listing listing,
        List<Commitment> commitments,
        List<Delivery> deliveries)
        implements Shown {}

    /// @param refusal why it cannot be fetched now, or null
    /// @param looks for each file in turn
    record Delivered(Delivery delivery, @Nullable String refusal, String detail, List<Look> looks)
        implements Shown {}

    /// @param looked another server that was just looked at, or null
    record Partners(List<PartnerLine> partners, @Nullable Looked looked) implements Shown {}

    /// Files of a delivery that come from another server.
    record FilesComing(Delivery delivery, List<Coming> files) implements Shown {}

    record Calendar(YearMonth month, List<Day> days) implements Shown {}

    record Training(Asked asked, List<Listing> courses) implements Shown {}

    record Technology(List<Sector> sectors) implements Shown {}

    record Together(List<Planned> productions) implements Shown {}

    record Planning(Planned planned) implements Shown {}

    /// @param seen the seq of the newest that was seen
    record Noticed(List<Notice> notices, long seen, Notice.Wish wish) implements Shown {}

    record Trail(List<Step> steps) implements Shown {}
  }

  /// What a board was asked for.
  public record Asked(String q, String kind, String country) {}

  /// A co-production with the agreement under which it is made.
  public record Planned(Agreement agreement, Production production) {
    /// Tasks of one column: late ones stand in the column of the late alone.
    public List<Production.Task> column(String column, Instant now) {
      return production.tasks().stream()
          .filter(task -> (task.isLate(now) ? "LATE" : task.stage().name()).equals(column))
          .sorted(
              Comparator.comparing(
                  task -> task.plan().due() == null ? Instant.MAX : task.plan().due()))
          .toList();
    }
  }

  /// What there is to look at of a delivered file.
  public record Look(Preview.State state, List<Captions.Track> tracks) {
    /// What was made of it; null where nothing was.
    public @Nullable Preview made() {
      return state instanceof Preview.State.Made(var preview) ? preview : null;
    }

    /// The key of the words for why there is nothing to look at; null where none are needed.
    public @Nullable String why() {
      return switch (state) {
        case Preview.State.None _, Preview.State.Made _ -> null;
        case Preview.State.Unable _ -> "preview.unable";
        case Preview.State.Waiting _ -> "preview.waiting";
        case Preview.State.Failed _ -> "preview.failed";
      };
    }
  }

  /// A match as its owner sees it.
  public record Met(Match match, Listing own, Listing other) {}

  /// Something that waits for one's organisation.
  ///
  /// @param key of the words
  public record Waiting(
      MyDesk.Rank rank, String key, String href, Said what, @Nullable Instant by) {
    public boolean isUrgent() {
      return rank.compareTo(MyDesk.Rank.LATE) <= 0;
    }
  }

  /// How it stands with a partner on another server.
  ///
  /// @param standing null before the first exchange since the start
  public record PartnerLine(
      Partner partner,
      Organisation organisation,
      Federation.@Nullable Standing standing,
      List<Partners.Refusal> refusals) {}

  /// Another server's card.
  public record Looked(String address, Card card) {}

  /// A file that comes from another server.
  ///
  /// @param come bytes that are here
  /// @param wanted null when nobody has asked for it, or all is here
  public record Coming(Core.Asset asset, long come, Fetching.@Nullable Wanted wanted) {
    public boolean isHere() {
      return wanted == null && come == asset.bytes();
    }
  }

  /// Something of a day.
  ///
  /// @param key of the words for what happens
  /// @param id names it for good, for calendars that fetch it again
  /// @param owner whose it is
  /// @param made when it was put in
  public record Entry(
      Instant at,
      String key,
      String id,
      String path,
      Text title,
      Text summary,
      OrganisationId owner,
      Instant made) {}

  /// A day of the calendar with all that happens.
  public record Day(LocalDate date, List<Entry> entries) {}

  /// What is offered and wanted of one sector.
  public record Sector(String name, List<Listing> supply, List<Listing> demand) {}

  /// A deed of the organisation's trail.
  public record Step(
      long seq,
      Instant at,
      String actor,
      String account,
      String kind,
      String subject,
      boolean signed) {}

  public Ui ui() {
    return shell.ui();
  }

  public String token() {
    return me == null ? "" : me.formToken();
  }

  public boolean may(Role role) {
    return me != null && me.may(role);
  }

  public boolean isMine(OrganisationId id) {
    return me != null && me.account().organisation().equals(id);
  }

  /// The words of one's own organisation's fingerprint; null where there is none.
  public @Nullable String ownPrint() {
    return me == null
        ? null
        : people
            .organisation(me.account().organisation())
            .flatMap(Organisation::key)
            .map(key -> SpokenPrint.of(key.raw()))
            .orElse(null);
  }

  /// Tells whether an organisation is at home on another server.
  public boolean isGuest(OrganisationId id) {
    return people.organisation(id).filter(Organisation::isGuest).isPresent();
  }

  public When when(Instant at) {
    return new Dated(ui(), zone).of(Moment.time(at, zone));
  }

  public When day(LocalDate date) {
    return new Dated(ui(), zone).of(Moment.day(date));
  }

  /// A month as the reader says it.
  public String month(YearMonth month) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMM")
        .withLocale(Locale.of(ui().tag()))
        .format(month);
  }

  /// An instant as a field of a form takes it: `2025-07-12T18:00`.
  public String local(Instant at) {
    return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  public Said said(Text text) {
    return Said.of(text);
  }

  public Said said(String words) {
    return Said.unknown(words);
  }

  public Said title(Listing listing) {
    return Said.of(listing.core().about().title(ui().lang()));
  }

  public Said summary(Listing listing) {
    return Said.of(listing.core().about().summary(ui().lang()));
  }

  public Said name(OrganisationId id) {
    return people
        .organisation(id)
        .map(organisation -> Said.of(organisation.name(ui().lang())))
        .orElseGet(() -> Said.unknown(id.value()));
  }

  public String language(String tag) {
    return ui().languageName(new Lang(tag));
  }

  /// What a country is called in the reader's language.
  public String country(String code) {
    return code.length() == 2 ? Locale.of("", code).getDisplayCountry(Locale.of(ui().tag())) : code;
  }

  public String say(String group, Enum<?> value) {
    return say(group, value.name());
  }

  public String say(String group, String value) {
    return ui().say(group + "." + value.toLowerCase(Locale.ROOT));
  }

  /// The key of the words for where a sealed state stands: its class's name.
  public String state(Object state) {
    return ui().say("state." + state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
  }

  /// The state of a listing, an expired one told as such.
  public String state(Listing listing) {
    boolean over = listing.state() instanceof Listing.State.Open && !listing.isOpen(now);
    return over ? ui().say("state.expired") : state(listing.state());
  }

  /// A reason of a match in words.
  public String why(Match.Why why) {
    return switch (why.ground()) {
      case SAME_KIND, NEAR_KIND ->
          ui().say("ground." + low(why.ground()), say("listing-kind", why.detail()));
      case SUBJECT -> ui().say("ground.subject", Matches.subject(why.detail(), ui().lang()));
      case LANGUAGE -> ui().say("ground.language", language(why.detail()));
      case NAME -> ui().say("ground.name", name(why.detail()));
      case TOPIC, WORD, LIKENESS -> ui().say("ground." + low(why.ground()), why.detail());
    };
  }

  private String name(String concept) {
    return concept.startsWith("country:")
        ? country(concept.substring("country:".length()))
        : concept.substring(concept.indexOf(':') + 1).replace('-', ' ');
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// How long something lasts: `1:02:03` or `2:03`.
  public String lasting(long millis) {
    long seconds = (millis + 500) / 1000;
    long hours = seconds / 3600;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  public String bytes(long count) {
    if (count < 10_000) {
      return ui().number(count) + " B";
    }
    return count < 10_000_000
        ? ui().number(count / 1_000) + " kB"
        : ui().number(count / 1_000_000) + " MB";
  }
}
