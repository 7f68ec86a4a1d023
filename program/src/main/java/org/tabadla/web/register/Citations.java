package org.tabadla.web.register;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.web.Safe;
import tools.jackson.databind.json.JsonMapper;

/// How a commitment and what its sources say is cited. Each source is credited by itself, for the
/// words are theirs; the register's entry stands before them.
///
/// @param heading what the commitment is called
/// @param base what absolute addresses begin with
record Citations(Commitment commitment, String heading, String base) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REGISTER = "Tabadla register";
  private static final String LINE = "\r\n";

  /// How citations are written.
  enum Form {
    PLAIN("txt", "text/plain", "Text"),
    BIBTEX("bib", "application/x-bibtex", "BibTeX"),
    RIS("ris", "application/x-research-info-systems", "RIS"),
    CSL("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON");

    private final String ending;
    private final String type;
    private final String title;

    Form(String ending, String type, String title) {
      this.ending = ending;
      this.type = type;
      this.title = title;
    }

    String ending() {
      return ending;
    }

    /// @return the media type
    String type() {
      return type;
    }

    /// @return what people call it
    String title() {
      return title;
    }
  }

  static Citations of(Commitment commitment, String heading, String base) {
    return new Citations(commitment, heading, base);
  }

  /// One thing to cite.
  ///
  /// @param author an outlet, or the register
  private record Work(
      String id, String author, String title, LocalDate day, String url, String note) {}

  /// @return the register's entry, then each source
  private List<Work> works() {
    var out = new ArrayList<Work>();
    String page = base + "/register/c/" + commitment.id();
    out.add(
        new Work(
            commitment.id(),
            REGISTER,
            Safe.text(heading),
            day(commitment.updated()),
            page,
            commitment.entries().size() + " assertions of " + commitment.sources() + " sources"));
    for (Assertion a : commitment.assertions()) {
      String url = Safe.href(a.origin().url());
      out.add(
          new Work(
              a.id(),
              Safe.text(a.origin().name()),
              Safe.text(a.origin().title()),
              day(a.origin().said()),
              url == null ? page + "#" + a.id() : url,
              a.status().word() + ", " + REGISTER + " " + commitment.id()));
    }
    return out;
  }

  private static LocalDate day(java.time.Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  String in(Form form) {
    List<Work> works = works();
    return switch (form) {
      case PLAIN -> joined(works.stream().map(Citations::plain).toList());
      case BIBTEX -> joined(works.stream().map(Citations::bibtex).toList());
      case RIS -> String.join(LINE, works.stream().map(Citations::ris).toList()) + LINE;
      case CSL ->
          JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(works.stream().map(Citations::csl).toList());
    };
  }

  private static String joined(List<String> works) {
    return String.join("\n", works) + "\n";
  }

  private static String plain(Work work) {
    return work.author() + ", “" + oneLine(work.title()) + "”, " + work.day() + ". " + work.url();
  }

  private static String bibtex(Work work) {
    return "@misc{"
        + work.id()
        + ",\n  author = {{"
        + braced(work.author())
        + "}},\n  title = {{"
        + braced(work.title())
        + "}},\n  date = {"
        + work.day()
        + "},\n  url = {"
        + braced(work.url())
        + "},\n  note = {"
        + braced(work.note())
        + "}\n}";
  }

  /// RIS has a line a field, so a value has no line of its own.
  private static String ris(Work work) {
    return String.join(
        LINE,
        "TY  - " + (work.author().equals(REGISTER) ? "ELEC" : "NEWS"),
        "ID  - " + work.id(),
        "AU  - " + oneLine(work.author()),
        "TI  - " + oneLine(work.title()),
        "DA  - " + work.day().toString().replace('-', '/'),
        "PY  - " + work.day().getYear(),
        "UR  - " + oneLine(work.url()),
        "N1  - " + oneLine(work.note()),
        "ER  - ");
  }

  private static Map<String, Object> csl(Work work) {
    var out = new LinkedHashMap<String, Object>();
    LocalDate day = work.day();
    out.put("id", work.id());
    out.put("type", work.author().equals(REGISTER) ? "entry" : "article-newspaper");
    out.put("author", List.of(Map.of("literal", work.author())));
    out.put("title", work.title());
    out.put("container-title", work.author());
    out.put(
        "issued",
        Map.of(
            "date-parts",
            List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))));
    out.put("URL", work.url());
    out.put("note", work.note());
    return out;
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  /// What TeX would take for a command or the end of a field is written so that it stays a letter.
  private static String braced(String words) {
    return oneLine(words)
        .replace("\\", "/")
        .replace("{", "(")
        .replace("}", ")")
        .replaceAll("([#$%&_])", "\\\\$1");
  }
}
