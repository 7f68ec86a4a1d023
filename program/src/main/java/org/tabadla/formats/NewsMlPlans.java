package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of NewsML-G2 that tell of events and of what is planned.
final class NewsMlPlans {
  private NewsMlPlans() {}

  /// @return one coverage for each plan of it
  static List<Coverage> coverage(XmlNode coverage) {
    var delivered = new ArrayList<String>();
    XmlNode delivery = coverage.child("delivery");
    if (delivery != null) {
      for (XmlNode item : delivery.children("deliveredItemRef")) {
        for (String key : List.of("residref", "href", "guidref")) {
          String ref = item.attribute(key);
          if (ref != null) {
            delivered.add(ref);
          }
        }
        String title = item.textOf("title");
        if (title != null) {
          delivered.add(title);
        }
      }
    }
    return coverage.children("planning").stream()
        .map(plan -> plan(coverage.attribute("id"), plan, delivered))
        .toList();
  }

  private static Coverage plan(@Nullable String id, XmlNode plan, List<String> delivered) {
    XmlNode kind = plan.child("itemClass");
    XmlNode language = plan.child("language");
    var assigned = new ArrayList<String>();
    for (XmlNode party : plan.children("assignedTo")) {
      assigned.add(
          NewsMlReader.concept(Concept.Kind.PERSON, party, null, party.attribute("qcode")).shown());
    }
    XmlNode measure = plan.child("newsContentCharacteristics");
    String urgency = plan.textOf("urgency");
    return new Coverage(
        id,
        plan.textOf("headline"),
        NewsItem.Kind.of(kind == null ? null : kind.attribute("qcode")),
        plan.textOf("scheduled"),
        null,
        plan.textOf("edNote"),
        language == null ? null : language.attribute("tag"),
        number(urgency),
        number(measure == null ? null : measure.attribute("wordcount")),
        assigned,
        delivered);
  }

  /// @return a concept or an event that stands within an item, as an item of its own
  static NewsItem event(XmlNode concept) {
    var draft = new NewsItem.Draft();
    describe(concept, draft);
    draft.kind = draft.event == null ? NewsItem.Kind.CONCEPT : NewsItem.Kind.EVENT;
    return draft.item();
  }

  /// Adds what a concept says to an item: names as headlines, definitions as descriptions.
  static void describe(XmlNode concept, NewsItem.Draft draft) {
    XmlNode id = concept.child("conceptId");
    if (id != null) {
      String code = id.attribute("qcode") == null ? id.attribute("uri") : id.attribute("qcode");
      if (code != null) {
        draft.altIds.add(new NewsItem.AltId("concept", code));
        if (draft.uri.isEmpty()) {
          draft.uri = code;
        }
      }
    }
    for (XmlNode name : concept.children("name")) {
      draft.words.add(
          new Words(
              Words.Use.HEADLINE,
              name.attribute("role"),
              null,
              NewsMlReader.lang(name),
              name.text()));
    }
    for (XmlNode text : concept.children("definition")) {
      draft.words.add(
          new Words(
              Words.Use.DESCRIPTION,
              text.attribute("role"),
              null,
              NewsMlReader.lang(text),
              text.text()));
    }
    XmlNode details = concept.child("eventDetails");
    if (details != null) {
      draft.event = plan(details);
    }
  }

  private static EventPlan plan(XmlNode details) {
    XmlNode organiser = details.child("organiser");
    XmlNode status = details.child("occurStatus");
    return new EventPlan(
        details.textOf("dates", "start"),
        details.textOf("dates", "end"),
        details.textOf("dates", "duration"),
        status == null ? null : status.attribute("qcode"),
        details.textOf("location", "name"),
        organiser == null
            ? null
            : NewsMlReader.concept(
                Concept.Kind.ORGANISATION, organiser, null, organiser.attribute("qcode")));
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? (Integer) Integer.parseInt(text) : null;
  }
}
