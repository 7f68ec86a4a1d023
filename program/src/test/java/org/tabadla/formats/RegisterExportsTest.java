package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// What the register and the reviews are written as is valid, rules and code lists included.
class RegisterExportsTest {
  private static final Checker CHECKER = new Checker(Instant.parse("2026-01-01T00:00:00Z"));

  static final Project FORUM =
      new Project(
          "XM-EXAMPLE-1-forum-1",
          List.of(
              new Text("ڈیجیٹل تعاون کا منصوبہ", Lang.UR),
              new Text("Digital cooperation project", Lang.EN)),
          List.of(new Text("فورم میں دستخط کیے گئے۔", Lang.UR)),
          Project.Status.PLANNED,
          List.of(
              new Project.Party("XM-EXAMPLE-2", "وزارتِ اطلاعات", Project.Role.ACCOUNTABLE),
              new Project.Party("XM-EXAMPLE-2", "وزارتِ اطلاعات", Project.Role.FUNDING),
              new Project.Party(null, "Made-up Cloud <Ltd> & Sons", Project.Role.IMPLEMENTING)),
          "2025-07-11",
          "2027-07-10",
          List.of(new Project.Sector("22040", "Information and communication technology")),
          List.of(new Project.Amount(new BigDecimal("3500000"), "USD", "قرض کی حد", "2025-07-11")),
          List.of(new Project.Document("https://news.example/1", "خبر", "text/html")),
          List.of(
              new Project.Milestone("پہلا مرکز", "2025-12-31", "2025-12-20"),
              new Project.Milestone("دوسرا مرکز", "2026-12-31", null)),
          List.of("PK", "CN", "KZ"),
          "2025-07-12T08:00:00Z");

  @Test
  void anActivityKeepsTheSchemaTheListsAndTheRules() {
    String xml =
        IatiWriter.write(
            List.of(FORUM), new Project.Party("XM-EXAMPLE-1", "Tabadla", Project.Role.ACCOUNTABLE));
    var checked = check(xml);
    assertThat(checked).as(xml).isInstanceOf(Checked.Valid.class);
    assertThat(((Checked.Valid) checked).advice()).as(xml).isEmpty();
  }

  @Test
  void aProjectPackageKeepsTheSchema() {
    String json =
        Oc4idsWriter.write(
            List.of(FORUM), "https://tabadla.example/register", "Tabadla", "2025-07-12T08:00:00Z");
    assertThat(check(json)).as(json).isEqualTo(new Checked.Valid(Format.OC4IDS_PACKAGE, List.of()));
  }

  @Test
  void aReviewComesBackAsItWent() {
    var review =
        new ClaimReview(
            "https://desk.example/r/1",
            "فورم میں 12 منصوبے پاکستان کو ملے",
            "روزنامہ مثال",
            "2025-07-11",
            List.of("https://news.example/1", "https://news.example/2"),
            "جانچ ڈیسک",
            "https://desk.example/",
            "2025-07-13",
            null,
            "جزوی طور پر درست",
            new ClaimReview.Scale("3", "1", "5"),
            "ur");
    assertThat(check(review.json()))
        .as(review.json())
        .isEqualTo(new Checked.Valid(Format.CLAIM_REVIEW, List.of()));
    assertThat(ClaimReview.read(review.json().getBytes(StandardCharsets.UTF_8)))
        .containsExactly(review);
  }

  @Test
  void aReviewThatSaysNothingOrPutsThingsAmissIsRefused() {
    assertThat(check("{\"@context\":\"https://schema.org\",\"@type\":\"ClaimReview\"}"))
        .isInstanceOf(Checked.Faulty.class);
    assertThat(
            check(
                """
                {"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"x",
                 "reviewRating":{"@type":"Rating","claimReviewed":"y"},"datePublished":"yesterday"}\
                """))
        .isInstanceOfSatisfying(
            Checked.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(Finding::place)
                    .containsExactlyInAnyOrder("/reviewRating/claimReviewed", "/datePublished"));
  }

  private static Checked check(String document) {
    return CHECKER.check(document.getBytes(StandardCharsets.UTF_8));
  }
}
