package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Act;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;
import org.tabadla.understand.acts.ActReader;

/// The page that the project began with, read and filed as on the road, beside other outlets'
/// tellings in our own words. Skipped where the page is not at hand.
class RealCaseTest {
  private static final Instant DAY = Instant.parse("2025-07-11T09:00:00Z");
  private static final List<String> FOUR =
      List.of("country:CN", "country:PK", "country:KZ", "country:EG");

  @TempDir Path folder;

  private Store store;
  private Register register;

  @BeforeEach
  void open() {
    store = Stores.open("jdbc:sqlite:" + folder.resolve("test.db"));
    register = new Register(store.journal(), InstantSource.fixed(DAY));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /// @return the lines of the page: the headline, the date, the story, …
  private static List<String> page() throws IOException {
    Path up = Path.of("").toAbsolutePath();
    while (up != null && !Files.exists(up.resolve("shared/seed.txt"))) {
      up = up.getParent();
    }
    assumeThat(up).as("the first page is not on this machine").isNotNull();
    return Files.readAllLines(Objects.requireNonNull(up).resolve("shared/seed.txt"));
  }

  private static String line(List<String> page, String begin) {
    return page.stream().filter(l -> l.startsWith(begin)).findFirst().orElseThrow();
  }

  private static List<Act> acts(String title, String text, Lang lang) {
    return ActReader.of(title, text, lang, DAY);
  }

  private List<Commitment> told(String outlet, String lang, String title, String text) {
    String url = "https://" + outlet + "/1";
    var when = new Found<>(Moment.time(DAY, ZoneOffset.UTC), "test", "");
    var article = article(outlet, url, new Text(title, new Lang(lang)), when, text);
    return register.file(FromActs.of(article, outlet, acts(title, text, new Lang(lang))));
  }

  private static Article article(
      String outlet, String url, Text title, @Nullable Found<Moment> when, String text) {
    return new Article(
        ArticleId.of(url),
        new SourceId(outlet),
        url,
        null,
        title,
        null,
        List.of(),
        null,
        null,
        when,
        null,
        List.of(new Block.Paragraph(text)),
        null,
        title.lang(),
        List.of(),
        false,
        DAY);
  }

  @Test
  void theTwelveProjectsAreOfFourCountriesAndOthersWhateverTheHeadlineSays() throws Exception {
    List<String> page = page();
    String story = line(page, "بیجنگ :");
    List<Act> acts = acts(page.getFirst(), story, Lang.UR);
    assertThat(acts).hasSize(1);
    Act act = acts.getFirst();
    assertThat(act.act()).isEqualTo(Act.Kind.SIGNED);
    assertThat(act.parties()).extracting(Act.Party::concept).isEqualTo(FOUR);
    assertThat(act.isPartiesComplete()).isFalse();
    assertThat(Objects.requireNonNull(act.count()).value()).isEqualTo("12");
    // The size of a market stands near and is no sum of the projects.
    assertThat(act.amounts()).isEmpty();
    assertThat(acts(page.getFirst(), page.getFirst(), Lang.UR))
        .as("a headline alone")
        .noneMatch(a -> a.parties().size() > 1);
  }

  @Test
  void theMeetingAgreedSomeThingsAndOnlyTalkedOfThePaper() throws Exception {
    List<String> page = page();
    int from = page.indexOf(line(page, "بیجنگ(نیوز ڈیسک)"));
    String story = String.join("\n", page.subList(from, page.size() - 1));
    List<Act> acts = acts(page.get(from - 1), story, Lang.UR);
    assertThat(acts).noneMatch(a -> a.act() == Act.Kind.SIGNED);
    assertThat(acts).anyMatch(a -> a.act() == Act.Kind.AGREED);
    assertThat(acts)
        .filteredOn(a -> a.parties().stream().anyMatch(p -> "org:ptv".equals(p.concept())))
        .singleElement()
        .satisfies(a -> {
          assertThat(a.act()).isEqualTo(Act.Kind.DISCUSSED);
          assertThat(a.parties())
              .extracting(Act.Party::concept)
              .containsExactly("org:ptv", "org:cctv");
        });
  }

  @Test
  void outletsOfFourLanguagesTellOfOneCommitmentAndTheCitysOwnSigningStaysApart() throws Exception {
    List<String> page = page();
    List<Commitment> urdu = told("urdu.example", "ur", page.getFirst(), line(page, "بیجنگ :"));
    List<Commitment> english =
        told(
            "english.example",
            "en",
            "Twelve digital projects signed in Tianjin",
            "TIANJIN, July 11 (Wire) -- China, Pakistan, Kazakhstan, Egypt and other countries signed "
                + "12 cooperation projects at a digital economy forum on Friday. Over 1,500 guests came.");
    List<Commitment> russian =
        told(
            "russian.example",
            "ru",
            "В Тяньцзине подписали 12 проектов",
            "На форуме цифровой экономики в Тяньцзине Китай, Пакистан, Казахстан, Египет и другие "
                + "страны подписали 12 проектов сотрудничества.");
    List<Commitment> chinese =
        told("chinese.example", "zh", "数字经济论坛开幕", "论坛首日，天津市集中签约数字经济项目21个，总投资13.5亿元。约600人出席开幕式。");
    assertThat(urdu).hasSize(1);
    String id = urdu.getFirst().id();
    assertThat(english).extracting(Commitment::id).containsExactly(id);
    assertThat(russian).extracting(Commitment::id).containsExactly(id);
    assertThat(chinese).hasSize(1).extracting(Commitment::id).doesNotContain(id);
    Commitment whole = register.commitment(id).orElseThrow();
    assertThat(whole.assertions()).hasSize(3).allMatch(a -> a.amounts().isEmpty());
    assertThat(whole.assertions()).allMatch(a -> a.others() != null);
    assertThat(chinese.getFirst().assertions().getFirst().amounts())
        .singleElement()
        .satisfies(sum -> assertThat(sum.value()).isEqualByComparingTo("1350000000"));
  }
}
