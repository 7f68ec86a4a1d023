package org.tabadla.web.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Words;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.DomainAge;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.picture.Credential;
import org.tabadla.verify.picture.Sighting;
import org.tabadla.web.Dated;
import org.tabadla.web.Safe;
import org.tabadla.web.Said;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// Where a claim comes from, out of what the house has on record.
final class Provenance {
  private static final int MOST_COPIES = 20;

  /// Each takes a look at the article, its copies and its picture; the document has all.
  private static final int MOST_SHOWN = 100;

  private final ClaimRooms rooms;
  private final Store store;
  private final Ui ui;
  private final java.time.ZoneId zone;

  Provenance(ClaimRooms rooms, Ui ui, java.time.ZoneId zone) {
    this.rooms = rooms;
    this.store = rooms.store();
    this.ui = ui;
    this.zone = zone;
  }

  ClaimPage.Origin of(Claim claim) {
    int all = claim.appearances().size();
    List<ClaimPage.Seen> shown =
        claim.appearances().stream().limit(MOST_SHOWN).map(this::seen).toList();
    return new ClaimPage.Origin(
        shown.isEmpty() ? null : shown.getFirst(),
        shown,
        all > MOST_SHOWN ? ui.count("verify.appearances", all) : null);
  }

  private When when(java.time.Instant at) {
    return new Dated(ui, zone).ofRow(at);
  }

  private ClaimPage.Seen seen(Claim.Appearance a) {
    Optional<Store.Entry> entry =
        Optional.ofNullable(a.article()).flatMap(id -> store.entry(new ArticleId(id)));
    String source =
        entry
            .flatMap(e -> store.source(e.article().source()))
            .map(r -> r.source().name())
            .orElse(a.url());
    return new ClaimPage.Seen(
        Safe.href(a.url()),
        entry.map(e -> address(e.article())).orElse(null),
        Said.of(a.title(), new Lang(a.lang())),
        Said.unknown(source),
        when(a.seen()),
        a.archived(),
        a.sha256(),
        entry
            .filter(e -> e.version() > 1)
            .map(e -> ui.say("versions.version", e.version()))
            .orElse(null),
        entry.map(this::copies).orElse(List.of()),
        Optional.ofNullable(a.article()).flatMap(rooms.album()::of).map(this::picture).orElse(null),
        outlet(a.url()));
  }

  private String address(Article article) {
    return ui.link("/article/" + Steps.of(article.id().value()));
  }

  private List<ClaimPage.Copy> copies(Store.Entry original) {
    var out = new ArrayList<ClaimPage.Copy>();
    for (ArticleId id :
        store.copiesOf(original.article().id()).stream().limit(MOST_COPIES).toList()) {
      Optional<Store.Entry> copy = store.entry(id);
      List<Store.Row> rows = store.rows(List.of(id));
      if (copy.isPresent() && !rows.isEmpty()) {
        Article article = copy.get().article();
        int changed = changed(original.article(), article);
        out.add(
            new ClaimPage.Copy(
                address(article),
                Said.of(article.title()),
                Said.unknown(rows.getFirst().sourceName()),
                when(rows.getFirst().when()),
                ui.count("verify.changed", changed)));
      }
    }
    return out;
  }

  private ClaimPage.Picture picture(Sighting seen) {
    Credential credential = seen.credential();
    String trouble = seen.trouble();
    return new ClaimPage.Picture(
        Safe.href(seen.url()),
        Said.unknown(
            trouble == null ? seen.width() + " × " + seen.height() + ", " + seen.type() : trouble),
        seen.sha256(),
        credential == null ? null : credential(credential),
        Said.unknown(credential == null ? "" : facts(credential)),
        rooms.album().reuses(seen.article()).stream()
            .flatMap(reuse -> reuse(reuse).stream())
            .toList());
  }

  private static String credential(Credential credential) {
    return credential.isPresent()
        ? credential.findings().isEmpty() ? "verify.c2pa.fits" : "verify.c2pa.broken"
        : "verify.c2pa.none";
  }

  private static String facts(Credential credential) {
    var all = new ArrayList<String>();
    all.add(credential.generator());
    all.add(credential.signer());
    all.addAll(credential.findings());
    return String.join(" · ", all.stream().filter(word -> !word.isBlank()).toList());
  }

  private Optional<ClaimPage.Reuse> reuse(Sighting.Reuse reuse) {
    return store.rows(List.of(new ArticleId(reuse.other().article()))).stream()
        .findFirst()
        .map(row ->
            new ClaimPage.Reuse(
                ui.link("/article/" + Steps.of(row.id().value())),
                Said.of(row.title(), row.lang()),
                Said.unknown(row.sourceName()),
                when(reuse.other().since()),
                reuse.isSameFile()
                    ? ui.say("verify.picture.same-file")
                    : ui.say("verify.picture.distance", reuse.distance())));
  }

  private ClaimPage.@Nullable Outlet outlet(String url) {
    String href = Safe.href(url);
    String host = href == null ? null : URI.create(href).getHost();
    if (host == null) {
      return null;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    return new ClaimPage.Outlet(
        name, rooms.desk().domain(name).stream().map(this::stated).toList());
  }

  private ClaimPage.Stated stated(DomainAge age) {
    String by = rooms.desk().reviewer(age.by()).map(Reviewer::name).orElse(age.by());
    return new ClaimPage.Stated(age.since(), Safe.href(age.url()), Said.unknown(by), age.by());
  }

  /// @return how many words stand in one of two articles and not in the other
  static int changed(Article one, Article other) {
    Map<String, Integer> counts = new HashMap<>();
    words(one).forEach(w -> counts.merge(w, 1, Integer::sum));
    words(other).forEach(w -> counts.merge(w, -1, Integer::sum));
    return counts.values().stream().mapToInt(Math::abs).sum();
  }

  private static List<String> words(Article article) {
    String text = article.title().value() + "\n" + article.text();
    return Words.of(text, article.lang()).stream().map(s -> s.of(text)).toList();
  }
}
