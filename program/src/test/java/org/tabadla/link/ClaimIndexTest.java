package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

/// Claims and posts of our own making: `claims.tsv` holds both.
class ClaimIndexTest {
  private static final double FLOOR_ENGLISH = 0.93;
  private static final double FLOOR_URDU = 0.75;

  private record Row(String kind, String id, String text, String title) {}

  private static List<Row> rows() throws IOException {
    var out = new ArrayList<Row>();
    try (InputStream in = ClaimIndexTest.class.getResourceAsStream("claims.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
        String[] cells = line.split("\t", -1);
        out.add(new Row(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : ""));
      }
    }
    return out;
  }

  private static ClaimIndex index() throws IOException {
    var index = new ClaimIndex();
    for (Row row : rows()) {
      if (row.kind.equals("claim")) {
        index.add(row.id, Lang.UND, row.text, row.title);
      }
    }
    return index;
  }

  /// Mean average precision at 5, with one right claim for each query.
  static double map5(String kind) throws IOException {
    ClaimIndex index = index();
    double sum = 0;
    int queries = 0;
    for (Row row : rows()) {
      if (row.kind.equals(kind)) {
        queries++;
        List<ClaimIndex.Match> matches = index.search(row.text, Lang.UND);
        for (int i = 0; i < Math.min(5, matches.size()); i++) {
          if (matches.get(i).id().equals(row.id)) {
            sum += 1.0 / (i + 1);
          }
        }
      }
    }
    assertThat(queries).isGreaterThan(20);
    return sum / queries;
  }

  @Test
  void aPostFindsTheClaimThatItRepeats() throws Exception {
    assertThat(map5("query")).isGreaterThanOrEqualTo(FLOOR_ENGLISH);
  }

  @Test
  void anUrduPostFindsTheClaimInEnglish() throws Exception {
    assertThat(map5("urdu")).isGreaterThanOrEqualTo(FLOOR_URDU);
  }

  @Test
  void hashtagsAndHandlesArePartedAndAddressesDropped() {
    String plain =
        ClaimQuery.plain("RT @NorthHarbourNews: #TwoMoonsTonight https://x.example/a?b — Desk");
    assertThat(plain.split("[^\\p{L}]+"))
        .containsSubsequence("North", "Harbour", "News", "Two", "Moons", "Tonight", "Desk")
        .doesNotContain("https", "RT", "example");
    assertThat(ClaimQuery.plain("The moon is hot — Ann (@ann_k) February 3, 2020"))
        .doesNotContain("February");
  }

  @Test
  void whatSharesNothingIsNoMatch() throws Exception {
    assertThat(index().search("zzyzx qwrtplk", Lang.EN)).isEmpty();
    assertThat(index().search("", Lang.EN)).isEmpty();
    assertThat(new ClaimIndex().search("anything", Lang.EN)).isEmpty();
  }

  @Test
  void atMostAHundredMatchesComeBestFirst() {
    var index = new ClaimIndex();
    for (int i = 0; i < 300; i++) {
      index.add("c" + i, Lang.EN, "A river boat number " + i + " sank near the old bridge", "");
    }
    List<ClaimIndex.Match> matches = index.search("river boat 217 sank", Lang.EN);
    assertThat(matches).hasSize(ClaimIndex.MOST_MATCHES);
    assertThat(matches.getFirst().id()).isEqualTo("c217");
    assertThat(matches).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }
}
