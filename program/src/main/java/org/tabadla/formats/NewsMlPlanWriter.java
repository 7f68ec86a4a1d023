package org.tabadla.formats;

/// Writes the parts of NewsML-G2 that tell of events and of what is planned; {@link NewsMlPlans}
/// reads them.
///
/// @param xml where the item is being written
record NewsMlPlanWriter(XmlWriter xml) {
  void coverage(NewsItem item) {
    if (item.coverage().isEmpty()) {
      return;
    }
    xml.open("newsCoverageSet");
    for (Coverage each : item.coverage()) {
      xml.open("newsCoverage").open("planning");
      String nature = each.kind() == null ? null : NinjsWriter.type(each.kind());
      if (nature != null) {
        xml.empty("itemClass", "qcode", "ninat:" + nature);
      }
      each.assigned().forEach(name -> xml.open("assignedTo").text("name", name).close());
      xml.text("scheduled", Stamps.parse(each.scheduled()) == null ? null : each.scheduled());
      if (each.language() != null) {
        xml.empty("language", "tag", each.language());
      }
      xml.text("headline", each.title());
      xml.text("edNote", each.note());
      if (each.words() != null) {
        xml.empty("newsContentCharacteristics", "wordcount", each.words().toString());
      }
      if (each.urgency() != null && each.urgency() >= 1 && each.urgency() <= 9) {
        xml.text("urgency", each.urgency().toString());
      }
      xml.close();
      if (!each.delivered().isEmpty()) {
        xml.open("delivery");
        each.delivered()
            .forEach(ref -> {
              if (ref.matches("\\S+:\\S+")) {
                xml.empty("deliveredItemRef", "residref", ref);
              } else {
                xml.open("deliveredItemRef").text("title", ref).close();
              }
            });
        xml.close();
      }
      xml.close();
    }
    xml.close();
  }

  void event(NewsItem item) {
    EventPlan event = item.event();
    xml.open("concept");
    xml.empty("conceptId", "uri", NinjsWriter.uri(item));
    xml.empty("type", "qcode", "cpnat:event");
    item.words().stream()
        .filter(w -> w.use() == Words.Use.HEADLINE || w.use() == Words.Use.TITLE)
        .forEach(
            w -> xml.text("name", w.text(), "xml:lang", w.lang() == null ? null : w.lang().tag()));
    item.words(Words.Use.DESCRIPTION)
        .forEach(w ->
            xml.text("definition", w.text(), "xml:lang", w.lang() == null ? null : w.lang().tag()));
    if (event != null && event.start() != null) {
      xml.open("eventDetails").open("dates");
      xml.text("start", event.start());
      xml.text("end", event.end());
      xml.text("duration", event.end() == null ? event.duration() : null);
      xml.close();
      if (event.organiser() != null) {
        NewsMlWriter.concept(xml, "organiser", event.organiser());
      }
      if (event.place() != null) {
        xml.open("location").text("name", event.place()).close();
      }
      xml.close();
    }
    xml.close();
  }
}
