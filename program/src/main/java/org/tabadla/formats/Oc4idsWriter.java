package org.tabadla.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes projects as an OC4IDS 0.9 project package. Titles in further languages have keys such as
/// `title_ur`, as Open Contracting has it.
public final class Oc4idsWriter {
  private Oc4idsWriter() {}

  /// @param uri where this package can be had
  /// @param publisher who publishes it
  /// @param published when, in ISO 8601
  public static String write(
      List<Project> projects, String uri, String publisher, String published) {
    ObjectNode root = StrictJson.MAPPER.createObjectNode();
    root.put("uri", uri).put("publishedDate", Stamps.full(published)).put("version", "0.9");
    root.putObject("publisher").put("name", publisher);
    ArrayNode array = root.putArray("projects");
    projects.forEach(project -> project(array.addObject(), project));
    return Conversion.pretty(root);
  }

  private static void project(ObjectNode node, Project project) {
    node.put("id", project.id());
    put(node, "updated", Stamps.full(project.updated()));
    texts(node, "title", project.title());
    texts(node, "description", project.description());
    Text title = project.title().getFirst();
    if (title.lang().isKnown()) {
      node.put("language", title.lang().primary());
    }
    String status = status(project.status());
    put(node, "status", status);
    if (project.start() != null || project.end() != null) {
      ObjectNode period = node.putObject("period");
      put(period, "startDate", Stamps.full(project.start()));
      put(period, "endDate", Stamps.full(project.end()));
    }
    parties(node, project);
    if (!project.sectors().isEmpty()) {
      ArrayNode array = node.putArray("additionalClassifications");
      for (Project.Sector sector : project.sectors()) {
        ObjectNode one = array.addObject();
        one.put("scheme", sector.code() == null ? "x_words" : "oecd-dac");
        one.put("id", sector.code() == null ? sector.name() : sector.code());
        one.put("description", sector.name());
      }
    }
    amounts(node, project);
    documents(node, project);
    milestones(node, project);
    for (int i = 0; i < project.countries().size(); i++) {
      ArrayNode places = i == 0 ? node.putArray("locations") : (ArrayNode) node.get("locations");
      String code = project.countries().get(i);
      places.addObject().put("id", code).putObject("address").put("country", code);
    }
  }

  /// A party that takes part in several ways is one party with several roles.
  private static void parties(ObjectNode node, Project project) {
    Map<String, ArrayNode> roles = new LinkedHashMap<>();
    ArrayNode array = node.putArray("parties");
    for (Project.Party party : project.parties()) {
      String id = party.id() == null ? party.name() : party.id();
      ArrayNode own = roles.get(id);
      if (own == null) {
        ObjectNode one = array.addObject().put("id", id).put("name", party.name());
        own = one.putArray("roles");
        roles.put(id, own);
      }
      own.add(
          switch (party.role()) {
            case FUNDING -> "funder";
            case ACCOUNTABLE -> "publicAuthority";
            case EXTENDING -> "administrativeEntity";
            case IMPLEMENTING -> "supplier";
          });
    }
  }

  private static void amounts(ObjectNode node, Project project) {
    if (project.amounts().isEmpty()) {
      return;
    }
    ArrayNode costs = node.putArray("costMeasurements");
    for (int i = 0; i < project.amounts().size(); i++) {
      Project.Amount amount = project.amounts().get(i);
      ObjectNode one = costs.addObject().put("id", String.valueOf(i + 1));
      put(one, "date", Stamps.full(amount.date()));
      ObjectNode group =
          one.putArray("costGroups").addObject().put("id", "1").put("category", amount.of());
      ObjectNode cost = group.putArray("costs").addObject().put("id", "1");
      cost.putObject("value").put("amount", amount.value()).put("currency", amount.currency());
    }
  }

  private static void documents(ObjectNode node, Project project) {
    if (!project.documents().isEmpty()) {
      ArrayNode array = node.putArray("documents");
      for (int i = 0; i < project.documents().size(); i++) {
        Project.Document document = project.documents().get(i);
        array
            .addObject()
            .put("id", String.valueOf(i + 1))
            .put("title", document.title())
            .put("url", document.url())
            .put("format", document.mediaType());
      }
    }
  }

  private static void milestones(ObjectNode node, Project project) {
    if (!project.milestones().isEmpty()) {
      ArrayNode array = node.putArray("milestones");
      for (int i = 0; i < project.milestones().size(); i++) {
        Project.Milestone milestone = project.milestones().get(i);
        ObjectNode one =
            array.addObject().put("id", String.valueOf(i + 1)).put("title", milestone.title());
        put(one, "dueDate", Stamps.full(milestone.due()));
        put(one, "dateMet", Stamps.full(milestone.met()));
        one.put("status", milestone.met() == null ? "scheduled" : "met");
      }
    }
  }

  private static void texts(ObjectNode node, String key, List<Text> texts) {
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      node.put(i == 0 ? key : key + "_" + text.lang().tag(), text.value());
    }
  }

  /// OC4IDS has no word for a project that rests.
  private static @Nullable String status(Project.Status status) {
    return switch (status) {
      case PLANNED -> "identification";
      case UNDER_WAY -> "implementation";
      case FINISHING -> "completion";
      case CLOSED -> "completion";
      case CANCELLED -> "cancelled";
      case SUSPENDED -> null;
    };
  }

  private static void put(ObjectNode node, String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}
