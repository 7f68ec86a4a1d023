package org.tabadla.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.register.Register;
import org.tabadla.store.Store;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Statement;
import org.tabadla.web.verify.Appearances;

/// Fills the demo's desk of claims from the articles that were truly read. The register fills
/// itself, and an editor puts it right.
final class DemoDesk {
  private static final String NOTHING = "-";
  private static final int AT_ONCE = 200;

  private final Store store;
  private final List<Article> articles = new ArrayList<>();

  DemoDesk(Store store) {
    this.store = store;
    for (var page = store.since(0, AT_ONCE);
        !page.isEmpty();
        page = store.since(page.getLast().seq(), AT_ONCE)) {
      page.forEach(entry -> articles.add(entry.article()));
    }
  }

  /// @return what there is now, in one line
  String fill(Register register, Desk desk, People people) {
    if (desk.size() == 0) {
      claims(desk, people);
    }
    new DemoRegister(register).edit();
    return register.size(org.tabadla.register.Shelf.ALL)
        + " commitments in the register, "
        + desk.size()
        + " claims with reviews";
  }

  private Optional<Article> with(String words) {
    return articles.stream()
        .filter(a -> a.text().contains(words) || a.title().value().contains(words))
        .findFirst();
  }

  private static Stream<String> parts(String cell) {
    return cell.equals(NOTHING) ? Stream.of() : Stream.of(cell.split("\\|", -1));
  }

  private void claims(Desk desk, People people) {
    Map<String, String> claims = new HashMap<>();
    Map<String, String> statements = new HashMap<>();
    for (String[] row : rows("demo-claims.tsv")) {
      switch (row[0]) {
        case "reviewer" -> reviewer(desk, people, row);
        case "claim" -> keep(claims, row[1], claim(desk, row));
        case "review" -> review(desk, id(claims, row), row);
        case "statement" ->
            keep(statements, row[1], desk.propose(id(claims, row), text(row[3], row[4]), row[2]));
        default ->
            desk.stand(
                id(claims, row),
                Objects.requireNonNullElse(statements.get(row[1]), ""),
                row[2],
                Statement.Stand.valueOf(row[3].toUpperCase(Locale.ROOT).replace('-', '_')),
                text(row[4], row[5]));
      }
    }
  }

  /// Outlets that review are organisations of the house, so that each signs with its own key.
  private static void reviewer(Desk desk, People people, String[] row) {
    var id = new OrganisationId(row[1]);
    if (people.organisation(id).isEmpty()) {
      people
          .found(People.HOUSE, id, List.of(text(row[6], row[2])), row[7], Organisation.Kind.ONLINE)
          .orRefuse();
    }
    desk.profile(
        row[1],
        row[2],
        null,
        row[3],
        row[4],
        Reviewer.OwnGovernment.valueOf(row[5].toUpperCase(Locale.ROOT)));
  }

  /// On a server of their own, organisations tell of themselves there.
  static void tell(Desk desk, People people) {
    rows("demo-claims.tsv").stream()
        .filter(row -> row[0].equals("reviewer"))
        .filter(row ->
            people
                .organisation(new OrganisationId(row[1]))
                .filter(known -> !known.isGuest())
                .isPresent())
        .forEach(row -> reviewer(desk, people, row));
  }

  private static void keep(Map<String, String> ids, String key, Desk.Outcome outcome) {
    if (outcome instanceof Desk.Outcome.Done done) {
      ids.put(key, done.id());
    }
  }

  private static String id(Map<String, String> claims, String[] row) {
    return Objects.requireNonNullElse(claims.get(row[1]), "");
  }

  private static Text text(String lang, String words) {
    return new Text(words, new Lang(lang));
  }

  private static @Nullable String given(String cell) {
    return cell.equals(NOTHING) ? null : cell;
  }

  private Desk.Outcome claim(Desk desk, String[] row) {
    var appearances =
        parts(row[7])
            .flatMap(words -> with(words).stream())
            .flatMap(article -> Appearances.of(store, article.id()).stream())
            .toList();
    return desk.claim(
        text(row[2], row[3]), given(row[4]), given(row[5]), given(row[6]), appearances, "demo");
  }

  private void review(Desk desk, String claim, String[] row) {
    List<String> scale = parts(row[5]).toList();
    var evidence =
        with(row[9]).stream()
            .map(a ->
                new Review.Evidence(Objects.requireNonNullElse(a.url(), ""), a.title().value()))
            .toList();
    desk.review(
        claim,
        Review.written(
            row[2],
            text(row[3], row[4]),
            scale.size() < 3 ? null : new Review.Scale(scale.get(0), scale.get(1), scale.get(2)),
            text(row[3], row[6]),
            evidence,
            text(row[3], row[7]),
            OffsetDateTime.parse(row[8]).toInstant(),
            null));
  }

  static List<String[]> rows(String resource) {
    try (var in = Objects.requireNonNull(DemoDesk.class.getResourceAsStream(resource), resource);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
