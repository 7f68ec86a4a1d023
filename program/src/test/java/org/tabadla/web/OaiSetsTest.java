package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.register.Commitment;
import org.tabadla.register.Field;
import org.tabadla.register.Promised;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.web.register.RegisterWing;

/// A harvester of one set is told what left that set, over real HTTP.
class OaiSetsTest {
  private static final String LIST = "/oai?verb=ListRecords&metadataPrefix=oai_dc";
  private static final String DELETED = "<header status=\"deleted\">";

  @TempDir Path folder;
  private Store store;
  private Search search;
  private Web web;
  private Visitor visitor;
  private Register register;

  @BeforeEach
  void open() {
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
    register = new Register(store.journal(), Fixture.CLOCK);
    var wing = new RegisterWing(register, new Loopback(), Fixture.CLOCK);
    web = new Web(store, search, WebOptions.standard(), Fixture.CLOCK, List.of(wing));
    visitor = new Visitor("http://127.0.0.1:" + web.start("127.0.0.1", 0));
  }

  @AfterEach
  void close() {
    web.close();
    search.close();
    store.close();
  }

  private void said(String source, String day, Status status) {
    String text = "Pakistan and China " + status.word() + " a loan of 200 million dollars";
    register.file(
        List.of(
            Promised.by(source, "en", day, status, text)
                .between("Pakistan=country:PK", "China=country:CN")
                .of("200000000")
                .made()));
  }

  private Commitment only() {
    assertThat(register.size(Shelf.ALL)).isEqualTo(1);
    return register.list(Shelf.ALL, null, 1).getFirst();
  }

  private String set(String set) {
    return visitor.get(LIST + "&set=" + set).body();
  }

  @Test
  void whatIsSignedNowIsDeletedFromTheSetOfWhatIsAgreed() {
    said("lantern", "2025-03-01", Status.AGREED);
    String record = "oai:127.0.0.1:" + only().id();
    assertThat(set("status:agreed")).contains(record).doesNotContain(DELETED);
    assertThat(set("status:signed")).contains("noRecordsMatch");
    said("karavan", "2025-03-02", Status.SIGNED);
    assertThat(only().newest().status()).isEqualTo(Status.SIGNED);
    assertThat(set("status:agreed"))
        .contains(record, DELETED, "<setSpec>status:agreed</setSpec>")
        .doesNotContain("<metadata>");
    assertThat(set("status:signed")).contains(record, "<metadata>").doesNotContain(DELETED);
    assertThat(visitor.get(LIST).body()).contains(record).doesNotContain(DELETED);
    assertThat(visitor.get("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + record).body())
        .contains("<metadata>");
    register = new Register(store.journal(), Fixture.CLOCK);
    assertThat(register.hasLeft(only().id(), "status/agreed")).as("after a restart").isTrue();
  }

  @Test
  void whatAPersonCorrectsLeavesThePairAndMayComeBack() {
    said("lantern", "2025-03-01", Status.AGREED);
    Commitment c = only();
    String assertion = c.entries().getFirst().assertion().id();
    register.correct(c.id(), assertion, Field.PARTIES, "Pakistan; Iran", "editor", "misread");
    assertThat(set("pair:CN-PK")).contains(DELETED, "<setSpec>pair:CN-PK</setSpec>");
    assertThat(set("pair:IR-PK")).contains("<metadata>").doesNotContain(DELETED);
    register.undo(c.id(), only().trail().getLast().seq(), "editor", "it was right");
    assertThat(set("pair:CN-PK")).contains("<metadata>").doesNotContain(DELETED);
    assertThat(set("pair:IR-PK")).contains(DELETED);
  }
}
