package org.tabadla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The plan of the house: which room may look into which. Adding a room means adding a line here.
class HouseTest {
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          // The nouns, and the languages and addresses they are given in.
          entry("model", Set.of()),
          entry("config", Set.of()),
          entry("address", Set.of("model")),
          entry("language", Set.of("model")),
          // The rooms. They do not know one another.
          entry("collect", Set.of("model", "address", "language")),
          entry("read", Set.of("model", "address", "language")),
          entry("understand", Set.of("model", "language")),
          entry("link", Set.of("model", "language")),
          entry("search", Set.of("model", "language")),
          entry("store", Set.of("model")),
          entry("press", Set.of("model")),
          entry("people", Set.of("model")),
          entry("exchange", Set.of("model", "language", "people")),
          // Other systems' documents; what is exchanged, promised and claimed leaves and comes in
          // through here.
          entry("formats", Set.of("model")),
          // What was promised and what was claimed, each according to whom.
          entry("register", Set.of("model", "language")),
          // Its reviews are signed with the organisations' own keys.
          entry("verify", Set.of("model", "language", "people")),
          // The corridor, the windows and the door.
          entry(
              "flow",
              Set.of(
                  "model", "address", "collect", "read", "understand", "link", "search", "store")),
          // The registers' documents leave through the windows in other systems' formats.
          entry(
              "web",
              Set.of(
                  "model",
                  "language",
                  "search",
                  "store",
                  "people",
                  "exchange",
                  "register",
                  "verify",
                  "formats")),
          entry(
              "cli",
              Set.of(
                  "model",
                  "config",
                  "address",
                  "language",
                  "collect",
                  "read",
                  "understand",
                  "link",
                  "search",
                  "store",
                  "press",
                  "people",
                  "exchange",
                  "formats",
                  "register",
                  "verify",
                  "flow",
                  "web")));

  private static final int FEWEST_CLASSES = 40;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tabadla");

  @Test
  void theScanSawTheHouse() {
    assertThat(HOUSE.size()).isGreaterThan(FEWEST_CLASSES);
  }

  @Test
  void roomsUseOnlyTheRoomsTheyMay() {
    MAY_USE.forEach((room, allowed) -> {
      var forbidden = new TreeSet<>(MAY_USE.keySet());
      forbidden.removeAll(allowed);
      forbidden.remove(room);
      noClasses()
          .that()
          .resideInAPackage("org.tabadla." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              forbidden.stream().map(r -> "org.tabadla." + r + "..").toArray(String[]::new))
          .allowEmptyShould(true)
          .check(HOUSE);
    });
  }

  @Test
  void everyRoomIsOnThePlan() {
    var rooms = new TreeSet<String>();
    HOUSE.forEach(c -> rooms.add(room(c.getPackageName())));
    rooms.remove("org.tabadla");
    rooms.remove("org.tabadla.urdu");
    assertThat(rooms)
        .isEqualTo(new TreeSet<>(MAY_USE.keySet().stream().map(r -> "org.tabadla." + r).toList()));
  }

  /// A room may have chambers: what is `org.tabadla.exchange.odrl` belongs to
  /// `org.tabadla.exchange`.
  private static String room(String packageName) {
    String[] parts = packageName.split("\\.", -1);
    return String.join(".", List.of(parts).subList(0, Math.min(parts.length, 3)));
  }

  @Test
  void noChambersInACircle() {
    slices().matching("org.tabadla.exchange.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void noRoomsInACircle() {
    slices().matching("org.tabadla.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void sqlStaysInTheStore() {
    onlyIn("store", "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..");
  }

  @Test
  void socketsStayInCollect() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tabadla.collect..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.apache.hc..")
        .check(HOUSE);
  }

  @Test
  void parsersStayInRead() {
    onlyIn("read", "org.jsoup..", "org.owasp.html..");
    onlyIn("read", List.of("formats"), "javax.xml..");
  }

  /// Documents under a schema must be checked by the book, which the forgiving readers of pages and
  /// feeds do not do. One class opens the parsers, so that one place refuses document types and
  /// fetches nothing.
  @Test
  void documentsUnderASchemaHaveOneDoor() {
    noClasses()
        .that()
        .resideInAPackage("org.tabadla.formats..")
        .and()
        .haveNameNotMatching(".*\\.StrictXml(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform.dom..")
        .check(HOUSE);
    onlyIn("formats", "com.networknt..");
  }

  @Test
  void theServerStaysInWeb() {
    onlyIn("web", "io.javalin..", "org.eclipse.jetty..");
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.tabadla.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void clocksAndThreadsStayInFlow() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.tabadla.flow..", "org.tabadla.cli..", "org.tabadla.press..", "org.tabadla")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .check(HOUSE);
  }

  private static void onlyIn(String room, String... packages) {
    onlyIn(room, List.of(), packages);
  }

  private static void onlyIn(String room, List<String> others, String... packages) {
    var homes = new ArrayList<>(List.of("org.tabadla." + room + "..", "gg.jte.."));
    others.forEach(other -> homes.add("org.tabadla." + other + ".."));
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(HOUSE);
  }
}
