package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Facets;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;
import org.tabadla.store.Store;
import org.tabadla.web.Doors;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// The form of a listing, filled from an article or a story where one is named.
final class ListingForms {
  private static final int MOST_ITEMS = 100;
  private static final int CONFLICT = 409;

  private final Counter counter;
  private final Store store;
  private final Enclosures enclosures;

  ListingForms(Counter counter, Store store, Enclosures enclosures) {
    this.enclosures = enclosures;
    this.counter = counter;
    this.store = store;
  }

  void open(Doors doors) {
    doors.page("/exchange/new", this::fresh);
    doors.form("/exchange/new", this::put);
    doors.page("/exchange/listing/{key}/edit", this::edit);
    doors.form("/exchange/listing/{key}/edit", this::change);
  }

  private void fresh(Context ctx, Ui ui) {
    counter.known(ctx, Role.EDITOR);
    Map<String, String> given = new HashMap<>();
    String article = ctx.queryParam("article");
    String story = ctx.queryParam("story");
    if (story != null && story.matches("s[0-9a-f]{16}")) {
      article = store.story(new StoryId(story)).map(row -> row.lead().id().value()).orElse(null);
    }
    if (article != null && article.matches("[0-9a-f]{16}")) {
      store.entry(new ArticleId(article)).ifPresent(entry -> fill(entry, given));
    }
    Side side = side(ctx.queryParam("side"));
    show(ctx, ui, new ExchangePage.Shown.Form(side, kind(ctx.queryParam("kind")), given));
  }

  private void edit(Context ctx, Ui ui) {
    Listing own = own(ctx, counter.known(ctx, Role.EDITOR));
    Core core = own.core();
    Map<String, String> given = ListingFields.of(core, counter.doors().zone());
    show(ctx, ui, new ExchangePage.Shown.Form(core.side(), core.kind(), given).changing(own, null));
  }

  private Listing own(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        ListingId::new,
        counter.exchange().market()::listing,
        listing -> listing.owner().equals(me.account().organisation()));
  }

  private void change(Context ctx, Ui ui) {
    Enclosures.checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Listing own = own(ctx, me);
    Core old = own.core();
    List<Core.Asset> kept = ctx.formParam("files-kept") == null ? List.of() : old.assets();
    Enclosures.Files files = enclosures.of(ctx, me);
    Core core = core(ctx, old.side(), old.kind(), with(kept, files));
    Outcome<Listing> outcome = counter.exchange().relist(me.account(), own.id(), core);
    enclosures.use(files);
    settle(ctx, ui, outcome, new ExchangePage.Shown.Form(old.side(), old.kind(), typed(ctx)), own);
  }

  private void settle(
      Context ctx,
      Ui ui,
      Outcome<Listing> outcome,
      ExchangePage.Shown.Form form,
      @Nullable Listing changes) {
    switch (outcome) {
      case Outcome.Done<Listing>(Listing listing) ->
          Counter.go(ctx, ui, "/exchange/listing/" + listing.id());
      case Outcome.Refused<Listing> refused -> {
        ctx.status(CONFLICT);
        show(ctx, ui, form.changing(changes, refused));
      }
    }
  }

  /// An article becomes a listing: its headline, standfirst, language and keywords.
  private static void fill(Store.Entry entry, Map<String, String> given) {
    var article = entry.article();
    String tag = article.lang().primary();
    String formTag = Ui.ALL.stream().anyMatch(ui -> ui.tag().equals(tag)) ? tag : "en";
    given.put("title-" + formTag, article.title().value());
    if (article.standfirst() != null) {
      given.put("summary-" + formTag, article.standfirst().value());
    }
    given.put("languages", article.lang().tag());
    given.put("medium", Core.Medium.TEXT.name());
    given.put("stage", Core.Stage.READY.name());
    given.put("origin-article", article.id().value());
    given.put("origin-url", article.url());
    given.put("origin-source", article.site() == null ? article.source().value() : article.site());
    given.put(
        "topics",
        String.join(
            ", ", entry.notes().keywords().stream().limit(8).map(k -> k.text().value()).toList()));
  }

  private void show(Context ctx, Ui ui, ExchangePage.Shown.Form form) {
    String key =
        form.changes() != null
            ? "listing.change"
            : form.side() == Side.OFFER ? "offer.new" : "request.new";
    counter.show(ctx, ui, "form", ui.say(key), form);
  }

  private void put(Context ctx, Ui ui) {
    Enclosures.checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Side side = side(ctx.formParam("side"));
    Kind kind = kind(ctx.formParam("kind"));
    Enclosures.Files files = enclosures.of(ctx, me);
    Core core = core(ctx, side, kind, with(List.of(), files));
    Outcome<Listing> outcome = counter.exchange().list(me.account(), core);
    enclosures.use(files);
    settle(ctx, ui, outcome, new ExchangePage.Shown.Form(side, kind, typed(ctx)), null);
  }

  private static Map<String, String> typed(Context ctx) {
    Map<String, String> given = new HashMap<>();
    ctx.formParamMap().forEach((name, values) -> given.put(name, String.join("", values)));
    return given;
  }

  private static List<Core.Asset> with(List<Core.Asset> kept, Enclosures.Files files) {
    return Stream.concat(kept.stream(), files.assets().stream()).distinct().toList();
  }

  private Core core(Context ctx, Side side, Kind kind, List<Core.Asset> assets) {
    try {
      return said(ctx, side, kind, assets);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw NotAllowed.of(CONFLICT, "refused.choice", String.valueOf(e.getMessage()));
    }
  }

  private Core said(Context ctx, Side side, Kind kind, List<Core.Asset> assets) {
    List<Text> titles = texts(ctx, "title-");
    Map<String, String> facet = new TreeMap<>();
    for (Facets.Field field : Facets.of(kind).fields()) {
      String value = Counter.field(ctx, "facet-" + field.name());
      if (!value.isBlank()) {
        facet.put(field.name(), value);
      }
    }
    String article = Counter.field(ctx, "origin-article");
    String quantity = Counter.field(ctx, "quantity");
    return new Core(
        side,
        kind,
        audience(ctx),
        new Core.About(
            titles,
            texts(ctx, "summary-"),
            items(ctx, "languages"),
            items(ctx, "versions"),
            items(ctx, "topics"),
            items(ctx, "places")),
        new Core.Supply(
            optional(Core.Medium.class, Counter.field(ctx, "medium")).orElse(null),
            quantity.isBlank() ? 0 : Integer.parseInt(quantity),
            Counter.field(ctx, "unit"),
            optional(Core.Stage.class, Counter.field(ctx, "stage")).orElse(Core.Stage.READY)),
        new Core.Times(
            time(ctx, "available"),
            time(ctx, "embargo"),
            time(ctx, "event"),
            time(ctx, "needby"),
            time(ctx, "expires")),
        new Core.Bargain(
            optional(Core.Consideration.class, Counter.field(ctx, "consideration"))
                .orElse(Core.Consideration.EXCHANGE),
            Counter.field(ctx, "note"),
            Counter.field(ctx, "rights")),
        facet,
        assets,
        article.isBlank() && Counter.field(ctx, "origin-url").isBlank()
            ? null
            : new Core.Origin(
                article, Counter.field(ctx, "origin-url"), Counter.field(ctx, "origin-source")));
  }

  private Audience audience(Context ctx) {
    Audience.Reach reach =
        optional(Audience.Reach.class, Counter.field(ctx, "reach")).orElse(Audience.Reach.PUBLIC);
    var parties = new ArrayList<OrganisationId>();
    for (String id : items(ctx, "parties")) {
      boolean known =
          OrganisationId.isOne(id)
              && counter.exchange().people().organisation(new OrganisationId(id)).isPresent();
      if (!known) {
        throw NotAllowed.of(CONFLICT, "refused.no_such_organisation", id);
      }
      parties.add(new OrganisationId(id));
    }
    List<String> countries =
        items(ctx, "countries").stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
    return switch (reach) {
      case PUBLIC -> Audience.PUBLIC;
      case CIRCLE -> new Audience(reach, countries, List.of());
      case PARTIES -> new Audience(reach, List.of(), parties);
    };
  }

  private static List<Text> texts(Context ctx, String prefix) {
    var out = new ArrayList<Text>();
    for (Ui ui : Ui.ALL) {
      String value = Counter.field(ctx, prefix + ui.tag());
      if (!value.isBlank()) {
        out.add(new Text(value, new Lang(ui.tag())));
      }
    }
    return out;
  }

  private static List<String> items(Context ctx, String name) {
    var out = new ArrayList<String>();
    for (String item : Counter.field(ctx, name).split("[,،、;\\n]", -1)) {
      if (!item.isBlank() && out.size() < MOST_ITEMS) {
        out.add(item.strip());
      }
    }
    return out;
  }

  private @Nullable Instant time(Context ctx, String name) {
    String value = Counter.field(ctx, name);
    return value.isBlank()
        ? null
        : LocalDateTime.parse(value).atZone(counter.doors().zone()).toInstant();
  }

  private static Side side(@Nullable String value) {
    return optional(Side.class, value == null ? "" : value).orElse(Side.OFFER);
  }

  private static Kind kind(@Nullable String value) {
    return optional(Kind.class, value == null ? "" : value).orElse(Kind.NEWS_ITEM);
  }

  static <E extends Enum<E>> Optional<E> optional(Class<E> type, String value) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(value)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
