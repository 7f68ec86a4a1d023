package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;
import org.tabadla.web.Revision.Part;

class RevisionTest {
  private static final String A = "The pier was opened on Friday by the mayor of the harbour.";
  private static final String B = "Seven people came to see it, and two of them stayed for tea.";
  private static final String C = "The old pier will be kept for those who like to fish from it.";

  private static Article article(String title, @Nullable Instant modified, String... paragraphs) {
    Lang lang = new Lang("en");
    return new Article(
        new ArticleId("a"),
        new SourceId("o.example"),
        "https://o.example/a",
        null,
        new Text(title, lang),
        null,
        List.of(),
        null,
        null,
        new Found<>(Moment.day(LocalDate.of(2025, 7, 11)), "test", "test"),
        modified == null
            ? null
            : new Found<>(Moment.time(modified, java.time.ZoneOffset.UTC), "test", "test"),
        Stream.of(paragraphs).<Block>map(Block.Paragraph::new).toList(),
        null,
        lang,
        List.of(),
        false,
        Instant.parse("2025-07-20T00:00:00Z"));
  }

  private static Revision between(List<String> before, List<String> after) {
    return Revision.between(
        article("Pier opens", null, before.toArray(String[]::new)),
        article("Pier opens", null, after.toArray(String[]::new)));
  }

  private static String shown(Revision revision) {
    return revision.parts().stream()
        .map(part ->
            switch (part) {
              case Part.Same(int blocks) -> "=" + blocks;
              case Part.Changed(var runs) -> "~" + runs.size();
              case Part.Added(var text) -> "+" + text.substring(0, 7);
              case Part.Removed(var text) -> "-" + text.substring(0, 7);
              case Part.Moved(var text) -> "^" + text.substring(0, 7);
            })
        .collect(Collectors.joining(" "));
  }

  @Test
  void blocksAreAddedRemovedMovedAndChangedAsSuch() {
    assertThat(shown(between(List.of(A, C), List.of(A, B, C)))).isEqualTo("=1 +Seven p =1");
    assertThat(shown(between(List.of(A, B, C), List.of(A, C)))).isEqualTo("=1 -Seven p =1");
    assertThat(shown(between(List.of(A, B, C), List.of(C, A, B)))).isEqualTo("^The old =2");
    assertThat(shown(between(List.of(A, B, C), List.of(A, B.replace("Seven", "Nine"), C))))
        .isEqualTo("=1 ~3 =1");
    assertThat(between(List.of(A, B), List.of(A, B)).isChange()).isFalse();
  }

  @Test
  void aHeadlineAndADateThatChangedAreShown() {
    Revision revision =
        Revision.between(
            article("Pier opens", null, A),
            article("Pier opens late", Instant.parse("2025-07-12T08:00:00Z"), A));
    assertThat(revision.fields())
        .extracting(Revision.Field::name)
        .containsExactly(Revision.Field.Name.HEADLINE, Revision.Field.Name.MODIFIED);
    assertThat(revision.parts()).isEmpty();
    assertThat(revision.said()).isEqualTo(Revision.How.UPDATE);
    assertThat(revision.fields().getLast().runs().getFirst().words())
        .isEqualTo("2025-07-12 08:00 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "CORRECTION, 'Correction: an earlier version of this story said that seven people came.'",
    "CORRECTION, 'تصحیح: پہلے نسخے میں تعداد سات لکھی گئی تھی۔'",
    "CORRECTION, '(تصحيح) ذكرت النسخة السابقة أن العدد سبعة.'",
    "CORRECTION, 更正：此前版本称有七人到场。",
    "CORRECTION, 'Исправление. Ранее сообщалось о семи гостях.'",
    "CORRECTION, 'भूल सुधार: पहले संख्या सात लिखी गई थी।'",
    "CORRECTION, 'Berichtigung: In einer früheren Fassung war von sieben die Rede.'",
    "CORRECTION, 'Fe de errores: antes se hablaba de siete personas.'",
    "UPDATE, 'اپ ڈیٹ: شام کو دو لوگ اور آئے۔'",
    "UPDATE, 'Update, 6 pm: two more came.'",
    "SILENT, 'Corrections officers from the prison came to see it too, as they always do.'",
    "SILENT, 'Updates on the weather are given in the net loft, said the keeper.'",
    "SILENT, 'اصلاح احوال کے لیے کمیٹی بنا دی گئی ہے۔'",
  })
  void whatTheOutletSaysOfAChangeIsKeptApart(Revision.How how, String note) {
    Revision revision = between(List.of(A, B), List.of(A, B.replace("Seven", "Nine"), note));
    assertThat(revision.said()).isEqualTo(how);
    assertThat(revision.notes()).hasSize(how == Revision.How.SILENT ? 0 : 1);
  }

  @Test
  void aNoteThatWasThereBeforeSaysNothingOfThisChange() {
    String note = "Correction: nine came, not seven.";
    assertThat(between(List.of(A, note), List.of(B, note)).said()).isEqualTo(Revision.How.SILENT);
  }

  private static String fingerprint(String... paragraphs) {
    return article("Pier opens", null, paragraphs).fingerprint();
  }

  @ParameterizedTest
  @CsvSource({
    "Post Views: 1, Post Views: 2",
    "2 hours ago, 1 day ago",
    "2 گھنٹے پہلے, 3 دن پہلے",
    "مناظر: 12, مناظر: 413",
    "阅读量：1234次, 阅读量：1301次",
    "1 234 просмотра, 2 000 просмотров",
    "5 min read, 6 min read",
  })
  void countersAndClocksMakeNoVersion(String before, String after) {
    assertThat(fingerprint(A, before)).isEqualTo(fingerprint(A, after)).isEqualTo(fingerprint(A));
  }

  @Test
  void spacesAndMarksMakeNoVersionButNumbersAndWordsDo() {
    assertThat(fingerprint("کیے گئے۔فورم میں «سب» آئے"))
        .isEqualTo(fingerprint("کیے گئے۔ فورم میں \"سب\" آئے۔"));
    assertThat(fingerprint("It’s here – now")).isEqualTo(fingerprint("It's  here - now."));
    assertThat(fingerprint("ﷲ ﻻ")).isEqualTo(fingerprint("الله لا"));
    assertThat(fingerprint("It rose 3.5 percent")).isNotEqualTo(fingerprint("It rose 35 percent"));
    assertThat(fingerprint("It rose 5%")).isNotEqualTo(fingerprint("It rose 5"));
    assertThat(fingerprint("minus -5 degrees")).isNotEqualTo(fingerprint("minus 5 degrees"));
    assertThat(fingerprint("12 died")).isNotEqualTo(fingerprint("15 died"));
    assertThat(fingerprint("the pier man")).isNotEqualTo(fingerprint("the pierman"));
    assertThat(fingerprint("Views differ on the 12 piers"))
        .isNotEqualTo(fingerprint("Views differ on the 13 piers"));
    assertThat(fingerprint("दिन")).isNotEqualTo(fingerprint("दीन"));
  }

  @Test
  void thousandsOfChangedBlocksEndSoon() {
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    for (int i = 0; i < 4_000; i++) {
      before.add("Line " + i + " of the tide table, as it was.");
      after.add("Row " + (i * 7) + " of another table, as it is.");
    }
    assertThat(between(before, after).parts()).isNotEmpty();
  }
}
