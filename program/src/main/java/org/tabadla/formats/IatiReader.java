package org.tabadla.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Reads IATI activities (2.0x) as projects. What an activity does not say is left out; what a
/// project has no place for (budgets, locations, indicators with numbers) is not read.
final class IatiReader {
  private static final String ACTIVITIES = "iati-activities";
  private static final String COMMITMENT = "2";
  private static final String DAC_FIVE_DIGITS = "1";
  private static final String ACTUAL_START = "2";
  private static final String ACTUAL_END = "4";
  private static final String PLANNED_START = "1";
  private static final String PLANNED_END = "3";

  private IatiReader() {}

  /// Tells whether a document holds activities.
  static boolean isOne(XmlNode root) {
    return root.name().equals(ACTIVITIES);
  }

  /// What came of reading a document.
  sealed interface Activities {
    record Read(List<Project> projects) implements Activities {}

    /// An activity lacks what the standard demands.
    record Unreadable(Finding reason) implements Activities {}
  }

  static Activities read(XmlNode root) {
    var projects = new ArrayList<Project>();
    for (XmlNode activity : root.children("iati-activity")) {
      Lang usual = lang(activity, Lang.UND);
      List<Text> title = texts(activity.child("title"), usual);
      List<Project.Party> parties = parties(activity, usual);
      String id = activity.textOf("iati-identifier");
      if (title.isEmpty() || parties.isEmpty() || id == null) {
        return new Activities.Unreadable(
            new Finding(
                activity.place(),
                "an activity without "
                    + (id == null
                        ? "iati-identifier"
                        : title.isEmpty() ? "title" : "participating-org")));
      }
      projects.add(project(activity, id, title, parties, usual));
    }
    return projects.isEmpty()
        ? new Activities.Unreadable(new Finding(root.place(), "no iati-activity in it"))
        : new Activities.Read(List.copyOf(projects));
  }

  private static Project project(
      XmlNode activity, String id, List<Text> title, List<Project.Party> parties, Lang usual) {
    return new Project(
        id,
        title,
        texts(activity.child("description"), usual),
        status(activity),
        parties,
        date(activity, ACTUAL_START, PLANNED_START),
        date(activity, ACTUAL_END, PLANNED_END),
        sectors(activity, usual),
        amounts(activity, usual),
        documents(activity, usual),
        milestones(activity, usual),
        countries(activity),
        Optional.ofNullable(activity.attribute("last-updated-datetime")).orElse(""));
  }

  private static Lang lang(XmlNode element, Lang usual) {
    String tag = element.attribute("xml:lang");
    return tag == null ? usual : new Lang(tag);
  }

  /// The narratives of an element, each in its language.
  private static List<Text> texts(@Nullable XmlNode element, Lang usual) {
    if (element == null) {
      return List.of();
    }
    return element.children("narrative").stream()
        .filter(each -> !each.text().isEmpty())
        .map(each -> new Text(each.text(), lang(each, usual)))
        .toList();
  }

  private static String words(@Nullable XmlNode element, Lang usual) {
    List<Text> texts = texts(element, usual);
    return texts.isEmpty() ? "" : texts.getFirst().value();
  }

  private static List<Project.Party> parties(XmlNode activity, Lang usual) {
    var out = new ArrayList<Project.Party>();
    for (XmlNode each : activity.children("participating-org")) {
      String ref = each.attribute("ref");
      String name = words(each, usual);
      Project.@Nullable Role role =
          switch (String.valueOf(each.attribute("role"))) {
            case "1" -> Project.Role.FUNDING;
            case "2" -> Project.Role.ACCOUNTABLE;
            case "3" -> Project.Role.EXTENDING;
            case "4" -> Project.Role.IMPLEMENTING;
            default -> null;
          };
      if (role != null && (ref != null || !name.isEmpty())) {
        out.add(new Project.Party(ref, name.isEmpty() ? String.valueOf(ref) : name, role));
      }
    }
    return out;
  }

  private static Project.Status status(XmlNode activity) {
    XmlNode status = activity.child("activity-status");
    return switch (String.valueOf(status == null ? null : status.attribute("code"))) {
      case "2" -> Project.Status.UNDER_WAY;
      case "3" -> Project.Status.FINISHING;
      case "4" -> Project.Status.CLOSED;
      case "5" -> Project.Status.CANCELLED;
      case "6" -> Project.Status.SUSPENDED;
      default -> Project.Status.PLANNED;
    };
  }

  /// @return the day on which it was so, else that on which it was to be, or null
  private static @Nullable String date(XmlNode activity, String actual, String planned) {
    for (String type : List.of(actual, planned)) {
      for (XmlNode each : activity.children("activity-date")) {
        if (type.equals(each.attribute("type")) && each.attribute("iso-date") != null) {
          return each.attribute("iso-date");
        }
      }
    }
    return null;
  }

  private static List<Project.Sector> sectors(XmlNode activity, Lang usual) {
    var out = new ArrayList<Project.Sector>();
    for (XmlNode each : activity.children("sector")) {
      String code = each.attribute("code");
      String vocabulary = each.attribute("vocabulary");
      boolean dac = vocabulary == null || vocabulary.equals(DAC_FIVE_DIGITS);
      String name = words(each, usual);
      if (code != null || !name.isEmpty()) {
        out.add(
            new Project.Sector(dac ? code : null, name.isEmpty() ? String.valueOf(code) : name));
      }
    }
    return out;
  }

  /// Commitments alone: what was spent of them is not another sum that was named.
  private static List<Project.Amount> amounts(XmlNode activity, Lang usual) {
    String currency = activity.attribute("default-currency");
    var out = new ArrayList<Project.Amount>();
    for (XmlNode each : activity.children("transaction")) {
      XmlNode type = each.child("transaction-type");
      XmlNode value = each.child("value");
      XmlNode day = each.child("transaction-date");
      if (type == null || value == null || !COMMITMENT.equals(type.attribute("code"))) {
        continue;
      }
      String own = value.attribute("currency");
      BigDecimal sum = number(value.text());
      if (sum != null) {
        out.add(
            new Project.Amount(
                sum,
                own == null ? Optional.ofNullable(currency).orElse("") : own,
                words(each.child("description"), usual),
                Optional.ofNullable(day == null ? null : day.attribute("iso-date")).orElse("")));
      }
    }
    return out;
  }

  private static @Nullable BigDecimal number(String text) {
    return text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?") ? new BigDecimal(text) : null;
  }

  private static List<Project.Document> documents(XmlNode activity, Lang usual) {
    var out = new ArrayList<Project.Document>();
    for (XmlNode each : activity.children("document-link")) {
      String url = each.attribute("url");
      if (url != null) {
        out.add(
            new Project.Document(
                url,
                words(each.child("title"), usual),
                Optional.ofNullable(each.attribute("format")).orElse("")));
      }
    }
    return out;
  }

  /// Results that are held against a period's end.
  private static List<Project.Milestone> milestones(XmlNode activity, Lang usual) {
    var out = new ArrayList<Project.Milestone>();
    for (XmlNode result : activity.children("result")) {
      for (XmlNode indicator : result.children("indicator")) {
        for (XmlNode period : indicator.children("period")) {
          XmlNode end = period.child("period-end");
          String due = end == null ? null : end.attribute("iso-date");
          if (due != null) {
            String title = words(indicator.child("title"), usual);
            out.add(
                new Project.Milestone(
                    title.isEmpty() ? words(result.child("title"), usual) : title,
                    due,
                    met(period, usual)));
          }
        }
      }
    }
    return out;
  }

  /// Our own exports say in a comment on which day it was met.
  private static @Nullable String met(XmlNode period, Lang usual) {
    String comment = words(period.find("actual", "comment"), usual);
    return comment.matches("\\d{4}-\\d\\d-\\d\\d") ? comment : null;
  }

  private static List<String> countries(XmlNode activity) {
    return activity.children("recipient-country").stream()
        .map(each -> each.attribute("code"))
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }
}
