package org.tabadla.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// Writes projects as IATI 2.03 activities. What the source did not say is not made up. IATI
/// demands a day of a planned or an actual start (`activity-date` of type 1 or 2), so a project
/// without one does not make a valid activity, and {@link Checker} says so: whoever makes the
/// project chooses a day that can be answered for.
public final class IatiWriter {
  private static final String NEWS_REPORTS =
      "B03"; // of DocumentCategory: results, outcomes and outputs

  private final XmlWriter xml = new XmlWriter();

  private IatiWriter() {}

  /// @param publisher who reports: its IATI identifier and its name
  public static String write(List<Project> projects, Project.Party publisher) {
    var writer = new IatiWriter();
    writer.xml.open("iati-activities", "version", "2.03");
    projects.forEach(project -> writer.activity(project, publisher));
    return writer.xml.close().document();
  }

  private void activity(Project project, Project.Party publisher) {
    Text title = project.title().getFirst();
    xml.open(
        "iati-activity",
        "last-updated-datetime",
        Stamps.full(project.updated()),
        "xml:lang",
        tag(title));
    xml.text("iati-identifier", project.id());
    // 1 of @secondary-reporter: a newsroom reports what others do.
    xml.open("reporting-org", "ref", publisher.id(), "type", "80", "secondary-reporter", "1");
    narrative(publisher.name()).close();
    narratives("title", project.title());
    narratives(
        "description", project.description().isEmpty() ? project.title() : project.description());
    for (Project.Party party : project.parties()) {
      xml.open("participating-org", "ref", party.id(), "role", role(party.role()));
      narrative(party.name()).close();
    }
    xml.empty("activity-status", "code", status(project.status()));
    date("1", project.start());
    date("3", project.end());
    double share = project.countries().isEmpty() ? 0 : 100.0 / project.countries().size();
    List<String> countries = project.countries();
    for (int i = 0; i < countries.size(); i++) {
      xml.empty(
          "recipient-country",
          "code",
          countries.get(i),
          "percentage",
          percentage(share, i, countries.size()));
    }
    for (Project.Sector sector : project.sectors()) {
      String code = sector.code();
      xml.open(
          "sector",
          "vocabulary",
          code == null ? "99" : "1",
          "code",
          code == null ? sector.name() : code);
      narrative(sector.name()).close();
    }
    for (Project.Amount amount : project.amounts()) {
      transaction(amount);
    }
    for (Project.Document document : project.documents()) {
      xml.open("document-link", "format", document.mediaType(), "url", document.url());
      xml.open("title");
      narrative(document.title()).close();
      xml.empty("category", "code", NEWS_REPORTS).close();
    }
    milestones(project.milestones());
    xml.close();
  }

  /// A sum that was named is a commitment; what it is of stands beside it, so that no market's size
  /// becomes a project's.
  private void transaction(Project.Amount amount) {
    xml.open("transaction");
    xml.empty("transaction-type", "code", "2");
    xml.empty("transaction-date", "iso-date", amount.date());
    xml.text(
        "value",
        amount.value().toPlainString(),
        "currency",
        amount.currency(),
        "value-date",
        amount.date());
    xml.open("description");
    narrative(amount.of()).close().close();
  }

  private void milestones(List<Project.Milestone> milestones) {
    for (Project.Milestone milestone : milestones) {
      xml.open("result", "type", "1");
      xml.open("title");
      narrative(milestone.title()).close();
      xml.open("indicator", "measure", "5");
      xml.open("title");
      narrative(milestone.title()).close();
      xml.open("period");
      xml.empty("period-start", "iso-date", milestone.due());
      xml.empty("period-end", "iso-date", milestone.due());
      if (milestone.met() != null) {
        xml.open("actual").open("comment");
        narrative(milestone.met()).close().close();
      }
      xml.close().close().close();
    }
  }

  private void narratives(String element, List<Text> texts) {
    xml.open(element);
    texts.forEach(text -> xml.text("narrative", text.value(), "xml:lang", tag(text)));
    xml.close();
  }

  private XmlWriter narrative(String text) {
    return xml.text("narrative", text);
  }

  private void date(String type, @Nullable String day) {
    if (day != null) {
      xml.empty("activity-date", "type", type, "iso-date", day);
    }
  }

  /// Shares that add up to a hundred, the last taking what rounding leaves.
  private static @Nullable String percentage(double share, int number, int all) {
    if (all == 1) {
      return null;
    }
    double rounded = Math.floor(share * 100) / 100;
    double own = number < all - 1 ? rounded : 100 - rounded * (all - 1);
    return new BigDecimal(own).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static @Nullable String tag(Text text) {
    return text.lang().isKnown() ? text.lang().primary() : null;
  }

  private static String role(Project.Role role) {
    return switch (role) {
      case FUNDING -> "1";
      case ACCOUNTABLE -> "2";
      case EXTENDING -> "3";
      case IMPLEMENTING -> "4";
    };
  }

  private static String status(Project.Status status) {
    return switch (status) {
      case PLANNED -> "1";
      case UNDER_WAY -> "2";
      case FINISHING -> "3";
      case CLOSED -> "4";
      case CANCELLED -> "5";
      case SUSPENDED -> "6";
    };
  }
}
