package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tabadla.formats.Conversion.Target;
import tools.jackson.databind.JsonNode;

/// Every valid example is read without loss, and every export of it is valid.
class ConversionPackTest {
  private static final Checker CHECKER = new Checker(Instant.parse("2026-01-01T00:00:00Z"));

  /// Keys of ninjs whose values are kept, in any version's spelling.
  private static final Set<String> KEPT =
      Set.of(
          "uri",
          "version",
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "pubstatus",
          "urgency",
          "language",
          "headline",
          "slugline",
          "byline",
          "by",
          "value",
          "name",
          "literal",
          "rel",
          "located",
          "title",
          "copyrightholder",
          "copyrightnotice",
          "usageterms",
          "embargoed",
          "embargoeduntil",
          "href",
          "mimetype",
          "contenttype",
          "sizeinbytes",
          "duration",
          "width",
          "height",
          "ednote",
          "profile",
          "role",
          "code",
          "creator",
          "relevance",
          "confidence",
          "startdate",
          "enddate");

  /// Parts that no export needs: contacts, symbols, shapes, and the standard's own name.
  private static final Set<String> LEFT =
      Set.of(
          "contactinfo",
          "symbols",
          "geojson",
          "standard",
          "$standard",
          "trustindicators",
          "trustindicator",
          "altids",
          "rightsinfo",
          "digitalsourcetype");

  @Test
  void ninjsExamplesAreReadWithoutLoss() {
    int read = 0;
    for (Path file : valid("ninjs/examples", ".json")) {
      JsonNode source = StrictJson.MAPPER.readTree(PackFiles.bytes(file));
      String out = String.join("", Conversion.write(items(file), Target.ninjs_3_1));
      Set<String> values =
          values(StrictJson.MAPPER.readTree(out.getBytes(StandardCharsets.UTF_8)), true);
      Set<String> lost = new TreeSet<>(values(source, false));
      lost.removeIf(value ->
          values.contains(value) || values.stream().anyMatch(v -> v.endsWith("/" + value)));
      // What ninjs 1 spells otherwise: an address of a vocabulary becomes part of the code's own.
      lost.removeIf(
          value -> value.startsWith("http") && values.stream().anyMatch(v -> v.startsWith(value)));
      assertThat(lost).as(file.toString()).isEmpty();
      read++;
    }
    System.out.println("ninjs examples read without loss: " + read);
  }

  @Test
  void everyExportOfEveryExampleIsValid() {
    int exports = 0;
    List<Path> all = new ArrayList<>(valid("ninjs/examples", ".json"));
    all.addAll(valid("newsml-g2/examples", ".xml"));
    for (Path file : all) {
      for (Target target : List.of(Target.ninjs_3_1, Target.ninjs_2_1, Target.newsml_g2)) {
        for (String document : Conversion.write(items(file), target)) {
          Checked checked = CHECKER.check(document.getBytes(StandardCharsets.UTF_8));
          assertThat(checked)
              .as(file + " as " + target + "\n" + document)
              .isInstanceOf(Checked.Valid.class);
          exports++;
        }
      }
      for (Target target :
          List.of(Target.atom, Target.json_feed, Target.ical, Target.csv, Target.json)) {
        assertThat(Conversion.write(items(file), target)).isNotEmpty();
      }
    }
    System.out.println("exports of " + all.size() + " examples that are valid: " + exports);
  }

  @Test
  void newsMlExamplesAreReadWithoutLoss() {
    int read = 0;
    for (Path file : valid("newsml-g2/examples", ".xml")) {
      String kept = fold(String.join("", Conversion.write(items(file), Target.json)));
      var lost = new TreeSet<String>();
      ((Parsed.Xml) Parsed.of(PackFiles.bytes(file)))
          .root()
          .each(node -> {
            switch (node.name()) {
              case "versionCreated",
                  "firstCreated",
                  "contentCreated",
                  "urgency",
                  "headline",
                  "slugline",
                  "by",
                  "description",
                  "copyrightNotice",
                  "usageTerms",
                  "edNote",
                  "keyword",
                  "title",
                  "creditline" ->
                  keep(kept, node.text(), lost);
              case "subject",
                  "genre",
                  "located",
                  "creator",
                  "infoSource",
                  "provider",
                  "copyrightHolder",
                  "contributor" -> {
                keep(kept, node.attribute("qcode"), lost);
                keep(kept, node.attribute("uri"), lost);
                keep(kept, node.textOf("name"), lost);
              }
              case "remoteContent", "itemRef", "newsItem", "packageItem" ->
                  List.of("href", "residref", "size", "contenttype", "duration", "guid", "version")
                      .forEach(key -> keep(kept, node.attribute(key), lost));
              default -> {}
            }
          });
      assertThat(lost).as(file.toString()).isEmpty();
      read++;
    }
    System.out.println("NewsML-G2 examples read without loss: " + read);
  }

  private static void keep(
      String kept, @org.jspecify.annotations.Nullable String value, Set<String> lost) {
    if (value != null && !kept.contains(fold(value))) {
      lost.add(value);
    }
  }

  private static String fold(String text) {
    return text.replace("\\n", "").replace("\\\"", "\"").replaceAll("\\s+", "");
  }

  private static List<Path> valid(String folder, String end) {
    List<Path> all =
        PackFiles.below(folder, end).stream()
            .filter(p -> CHECKER.check(PackFiles.bytes(p)) instanceof Checked.Valid)
            .toList();
    assertThat(all).isNotEmpty();
    return all;
  }

  private static List<NewsItem> items(Path file) {
    return ((Conversion.Items.Read) Conversion.read(PackFiles.bytes(file))).items();
  }

  /// The values of a document's kept keys, and of ninjs 1's texts and names.
  private static Set<String> values(JsonNode node, boolean all) {
    var out = new TreeSet<String>();
    node.properties()
        .forEach(e -> {
          String key = e.getKey().toLowerCase(Locale.ROOT);
          if (LEFT.contains(key)) {
            return;
          }
          boolean text =
              key.startsWith("body_")
                  || key.startsWith("description_")
                  || key.startsWith("headline_");
          if (e.getValue().isValueNode() && (all || KEPT.contains(key) || text)) {
            out.add(
                e.getValue().isNumber()
                    ? String.valueOf(e.getValue().asDouble())
                    : e.getValue().asString());
          }
          if ((key.equals("renditions") || key.equals("associations")) && e.getValue().isObject()) {
            e.getValue().properties().forEach(each -> out.add(each.getKey()));
          }
          out.addAll(values(e.getValue(), all));
        });
    if (node.isArray() || node.isObject()) {
      node.forEach(each -> out.addAll(node.isArray() ? values(each, all) : Set.of()));
    }
    return out;
  }
}
