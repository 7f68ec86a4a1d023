package org.tabadla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.cli.Commands;
import org.tabadla.cli.Desks;
import org.tabadla.cli.Said;
import org.tabadla.config.SettingsFile;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;

/// A wire's folder becomes offers, once.
class ImportTest {
  private static final String PLAN =
      """
      <planningItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:wire:plan" version="1"
        standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
        <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"/>
        <itemMeta><itemClass qcode="plinat:newscoverage"/><provider uri="urn:wire"/>
          <versionCreated>2025-07-12T09:00:00Z</versionCreated>
          <title>Summit in Tianjin</title></itemMeta>
        <contentMeta><headline>Summit in Tianjin</headline></contentMeta>
        <newsCoverageSet><newsCoverage id="c1"><planning>
          <itemClass qcode="ninat:video"/><scheduled>2025-08-31T08:00:00Z</scheduled>
        </planning></newsCoverage></newsCoverageSet>
      </planningItem>
      """;

  @TempDir Path folder;
  private Path data;
  private Path wire;

  @BeforeEach
  void open() throws IOException {
    data = folder.resolve("data");
    wire = Files.createDirectories(folder.resolve("wire"));
    Files.writeString(wire.resolve("film.mp4"), "moving pictures");
    Files.writeString(folder.resolve("secret.mp4"), "not the wire's");
    house(desks -> {
      desks
          .people()
          .found(
              People.HOUSE,
              new OrganisationId("sahil"),
              List.of(new Text("Sahil", Lang.EN)),
              "PK",
              Organisation.Kind.AGENCY)
          .orRefuse();
      desks
          .people()
          .join(
              People.HOUSE,
              new AccountId("sahil.desk"),
              "desk",
              new OrganisationId("sahil"),
              Role.DESK,
              Newsrooms.PASSWORD)
          .orRefuse();
    });
  }

  @Test
  void aFolderBecomesOffersOnceAndFollowsItsItems() throws IOException {
    item("usable", "سیلاب کی تصویریں", "صرف خبر میں، 48 گھنٹے", "film.mp4");
    Files.writeString(wire.resolve("plan.xml"), PLAN);
    assertThat(run()).contains("2 listed");
    house(desks -> {
      List<Listing> all = desks.exchange().market().listings(new OrganisationId("sahil"));
      assertThat(all)
          .extracting(each -> each.core().kind())
          .containsExactlyInAnyOrder(Kind.NEWS_ITEM, Kind.COVERAGE);
      Listing film = only(desks, Kind.NEWS_ITEM);
      assertThat(film.core().assets())
          .extracting(asset -> asset.name())
          .containsExactly("item.json", "film.mp4");
      assertThat(film.core().bargain().rights()).isEqualTo("صرف خبر میں، 48 گھنٹے");
      assertThat(only(desks, Kind.COVERAGE).core().times().event()).isNotNull();
    });
    assertThat(run()).as("again").contains("2 same").doesNotContain("listed", "changed");
    item("usable", "سیلاب کی نئی تصویریں", "صرف خبر میں، 48 گھنٹے", "film.mp4");
    assertThat(run()).contains("1 changed").contains("1 same");
    item("canceled", "سیلاب کی نئی تصویریں", "", "film.mp4");
    assertThat(run()).contains("1 killed");
    house(desks ->
        assertThat(only(desks, Kind.NEWS_ITEM).state()).isInstanceOf(Listing.State.Killed.class));
    assertThat(run()).contains("2 same");
  }

  @Test
  void filesFromElsewhereAreNotTakenIn() throws IOException {
    for (String href :
        List.of("../secret.mp4", folder.resolve("secret.mp4").toString(), "https://x.example/a")) {
      item("usable", "film", "", href.replace("\\", "\\\\"));
      assertThat(run()).contains("not beside it");
    }
    Files.createSymbolicLink(wire.resolve("link.mp4"), folder.resolve("secret.mp4"));
    item("usable", "film", "", "link.mp4");
    run();
    house(desks -> assertThat(only(desks, Kind.NEWS_ITEM).core().assets()).hasSize(1));
  }

  @Test
  void whatMayNotBeOfferedIsRefusedWithAReason() throws IOException {
    item("withheld", "film", "", "film.mp4");
    assertThat(run()).contains("withheld until further notice");
    item("usable", "film", "ask our lawyers first", "film.mp4");
    assertThat(run()).contains("ask our lawyers first", "--terms");
    assertThat(run("--terms", "news only")).contains("1 listed");
    assertThat(run("--for", "nobody-here", "--terms", "news only"))
        .contains("refused.no_such_organisation nobody-here");
  }

  private void item(String status, String title, String terms, String href) throws IOException {
    Files.writeString(
        wire.resolve("item.json"),
        """
        {"uri": "urn:wire:1", "version": "1", "type": "video", "language": "ur", "pubstatus": "%s",
         "headlines": [{"role": "main", "value": "%s"}], "usageterms": "%s",
         "standard": {"name": "ninjs", "version": "3.1"},
         "renditions": [{"name": "main", "href": "%s", "contenttype": "video/mp4"}]}
        """
            .formatted(status, title, terms, href),
        StandardCharsets.UTF_8);
  }

  private static Listing only(Desks desks, Kind kind) {
    return desks.exchange().market().listings(new OrganisationId("sahil")).stream()
        .filter(each -> each.core().kind() == kind)
        .reduce((_, _) -> {
          throw new AssertionError("two of " + kind);
        })
        .orElseThrow();
  }

  private String run(String... more) {
    var out = new ByteArrayOutputStream();
    var said = new Said(print(out), print(out));
    var args = new java.util.ArrayList<>(List.of("exchange", "import", wire.toString()));
    args.addAll(List.of("--as", "sahil.desk", "--data", data.toString()));
    args.addAll(List.of(more));
    Commands.execute(
        Tabadla.rooms(), new ByteArrayInputStream(new byte[0]), said, args.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private void house(Consumer<Desks> look) {
    try (var rooms = Tabadla.rooms().open(SettingsFile.load(data, Map.of(), Map.of()))) {
      look.accept(rooms.desks().get());
    } catch (SettingsFile.Wrong e) {
      throw new IllegalStateException(e);
    }
  }
}
