package org.tabadla.web.verify;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.web.Chip;
import org.tabadla.web.Dated;
import org.tabadla.web.Doors;
import org.tabadla.web.Headers;
import org.tabadla.web.Missing;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a claim comes into being: quotes that suggest themselves, claims that are alike while words
/// are typed, and the form with what is known.
final class ClaimDesk {
  private static final int MOST_ALIKE = 8;
  private static final Pattern QUOTE = Pattern.compile("([0-9a-f]{16})~(\\d{1,7})");
  private static final JsonMapper JSON = new JsonMapper();

  private final ClaimRooms rooms;
  private final Doors doors;
  private final Supplier<ClaimPages> pages;
  private final Suggestions suggestions;

  ClaimDesk(ClaimRooms rooms, Doors doors, Supplier<ClaimPages> pages) {
    this.rooms = rooms;
    this.doors = doors;
    this.pages = pages;
    this.suggestions = new Suggestions(rooms.desk(), rooms.store());
  }

  void open() {
    doors.page("/claims/suggested", this::suggested);
    doors.page("/claims/new", this::fresh);
    doors.page("/claims/suggest", this::typed);
  }

  /// What is alike while somebody types, for our own pages' script alone.
  private void typed(Context ctx, Ui ui) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ForbiddenResponse("asked by another site's page");
    }
    String query = VerifyWing.query(ctx);
    ObjectNode out = JSON.createObjectNode();
    ArrayNode all = out.putArray("claims");
    List<Claim> found =
        query.isBlank() ? List.of() : pages.get().alike(new Text(query, ui.lang()), MOST_ALIKE);
    for (Claim claim : found) {
      ObjectNode one = all.addObject();
      one.put("href", ui.link(ClaimPages.path(claim)));
      one.put("words", Safe.text(claim.words().value()));
      one.put("lang", claim.words().lang().isKnown() ? claim.words().lang().tag() : "");
      one.put("speaker", Safe.text(Objects.requireNonNullElse(claim.speaker(), "")));
      one.put("date", Objects.requireNonNullElse(claim.date(), ""));
    }
    doors.replies().text(ctx, "application/json; charset=utf-8", JSON.writeValueAsString(out));
  }

  private void suggested(Context ctx, Ui ui) {
    rooms.desk().refresh();
    var shell = pages.get().shell(ui, ui.say("verify.suggested"), "/claims/suggested", false);
    List<SuggestedPage.One> all = suggestions.all().stream().map(t -> one(t, ui)).toList();
    doors.replies().page(ctx, "suggested", new SuggestedPage(shell, all));
  }

  private SuggestedPage.One one(Suggestions.Told told, Ui ui) {
    Suggestions.Place first = told.first();
    var why = new ArrayList<Said>();
    if (told.outlets() > 1) {
      why.add(Said.of(ui.count("verify.told-by", told.outlets()), ui.lang()));
    }
    told.figures().forEach(figure -> why.add(Said.of(figure, first.article().lang())));
    var seen = new HashSet<String>();
    var outlets = new ArrayList<Chip>();
    for (Suggestions.Place place : told.places()) {
      Article article = place.article();
      if (seen.add(article.source().value())) {
        String name =
            rooms
                .store()
                .source(article.source())
                .map(row -> row.source().name())
                .orElse(article.source().value());
        outlets.add(
            new Chip(
                ui.link("/article/" + Steps.of(article.id().value())), Said.unknown(name), null));
      }
    }
    return new SuggestedPage.One(
        Said.of(first.words()),
        Said.of(first.quote().speaker(), first.article().lang()),
        new Dated(ui, doors.zone()).ofRow(first.at()),
        why,
        outlets,
        ui.link("/claims/new")
            + "?quote="
            + first.article().id().value()
            + "~"
            + first.quote().span().start());
  }

  /// The step before a claim is put down; it writes nothing, and works without a script.
  private void fresh(Context ctx, Ui ui) {
    if (rooms.who().of(ctx).isEmpty()) {
      throw new ForbiddenResponse("only who signs in may write");
    }
    Headers.withOwnScriptAndMedia(ctx);
    String quote = ctx.queryParam("quote");
    NewClaimPage page = quote == null ? ofWords(ctx, ui) : ofQuote(quote, ui);
    doors.replies().page(ctx, "claim-new", page);
  }

  private NewClaimPage ofWords(Context ctx, Ui ui) {
    String words = Safe.text(VerifyWing.query(ctx));
    return page(ui, new Text(words, ui.lang()), "", "", "", "", null);
  }

  private NewClaimPage ofQuote(String quote, Ui ui) {
    Matcher parts = QUOTE.matcher(quote);
    if (!parts.matches()) {
      throw new Missing("quote " + quote);
    }
    Suggestions.Place place =
        suggestions
            .at(new ArticleId(parts.group(1)), Integer.parseInt(parts.group(2)))
            .orElseThrow(() -> new Missing("quote " + quote));
    Article article = place.article();
    var dateline = article.dateline();
    var published = article.published();
    return page(
        ui,
        place.words(),
        place.quote().speaker(),
        dateline == null ? "" : dateline.value(),
        published == null ? "" : day(place, doors.zone()),
        article.id().value(),
        Said.of(article.title()));
  }

  private static String day(Suggestions.Place place, ZoneId zone) {
    return place.at().atZone(zone).toLocalDate().toString();
  }

  private NewClaimPage page(
      Ui ui,
      Text words,
      String speaker,
      String place,
      String date,
      String url,
      @Nullable Said article) {
    ClaimPages all = pages.get();
    List<Claim> alike = words.isBlank() ? List.of() : all.alike(words, MOST_ALIKE);
    Lang lang = words.lang();
    return new NewClaimPage(
        all.shell(ui, ui.say("verify.new"), "/claims/new", false),
        Said.of(words.value(), lang),
        Safe.text(speaker),
        Safe.text(place),
        date.toLowerCase(Locale.ROOT),
        url,
        all.lines(alike, ui),
        article,
        ui.link("/claims"));
  }
}
