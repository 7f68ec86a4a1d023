package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Article;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.SourceId;
import org.tabadla.register.Commitment;
import org.tabadla.register.FromActs;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.store.Samples;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// From articles in the store to commitments in the register, by the words of the articles alone.
class RegisteringTest {
  private static final Instant WHEN = Instant.parse("2025-07-11T12:00:00Z");
  private static final String SIGNED_UR =
      "اسلام آباد: پاکستان اور قازقستان نے ریلوے کے دو منصوبوں کے معاہدے پر دستخط کر دیے ہیں۔";
  private static final String SIGNED_EN =
      "ISLAMABAD: Pakistan and Kazakhstan signed an agreement on two railway projects on Friday.";
  private static final String PROMISED_UR =
      "ملتان: پنجاب ٹرانزٹ اتھارٹی نے گرین وہیل کمپنی کے ساتھ بسوں کے معاہدے پر دستخط کیے۔ "
          + "کمپنی دسمبر 2025 تک 40 بسیں فراہم کرے گی۔";
  private static final String PLANNED_EN =
      "TASHKENT: Pakistan and Uzbekistan are expected to sign an agreement on cotton next week.";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Store store;

  private int met;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("tabadla.db"));
  }

  @AfterEach
  void shut() {
    store.close();
  }

  private void save(String name, Lang lang, String body) {
    Article article =
        Samples.article(new SourceId(name + ".example"), "a", "News of the day", body, lang, WHEN);
    store.save(article, Notes.NONE, Samples.alone(article), null);
  }

  private Register follow() {
    var register = new Register(store.journal(), InstantSource.fixed(WHEN));
    var registering =
        new Registering(
            store,
            (article, source, acts) -> {
              met++;
              register.file(FromActs.of(article, source, acts));
            });
    registering.all();
    registering.all();
    return register;
  }

  @Test
  void outletsOfTwoLanguagesAssertOneCommitment() {
    save("mumtaz", Lang.UR, SIGNED_UR);
    save("lantern", Lang.EN, SIGNED_EN);
    Register register = follow();
    assertThat(register.size(Shelf.ALL)).isEqualTo(1);
    Commitment commitment = register.list(Shelf.ALL, 0, 9).getFirst();
    List<String> outlets = new ArrayList<>();
    commitment.entries().forEach(e -> outlets.add(e.assertion().origin().source()));
    assertThat(outlets).containsExactlyInAnyOrder("mumtaz.example", "lantern.example");
  }

  @Test
  void whatIsPastItsDayWithoutAWordIsDueAndSilent() {
    save("mumtaz", Lang.UR, PROMISED_UR);
    Register register = follow();
    assertThat(register.silent(LocalDate.parse("2025-12-31"), 9)).isEmpty();
    Commitment late = register.silent(LocalDate.parse("2026-01-10"), 9).getFirst();
    assertThat(late.newest().deliverables())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.what().words()).isEqualTo("40 بسیں");
          assertThat(one.due()).isEqualTo("2025-12");
        });
  }

  @Test
  void whatIsOnlyPlannedIsNotFiledAsSigned() {
    save("lantern", Lang.EN, PLANNED_EN);
    assertThat(follow().size(Shelf.ALL)).isZero();
  }

  @Test
  void afterARestartOnlyWhatIsNewIsRead() {
    save("lantern", Lang.EN, SIGNED_EN);
    follow();
    save("mumtaz", Lang.UR, SIGNED_UR);
    met = 0;
    Register again = follow();
    assertThat(met).isEqualTo(1);
    assertThat(again.list(Shelf.ALL, 0, 9).getFirst().entries()).hasSize(2);
  }
}
