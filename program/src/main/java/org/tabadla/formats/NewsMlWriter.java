package org.tabadla.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// Writes an item as NewsML-G2 2.35: a planning item where something is planned, a package where an
/// item only gathers others, else a news item; with the associated items in one news message where
/// they hold more than an address.
final class NewsMlWriter {
  private static final String NAR = "http://iptc.org/std/nar/2006-10-01/";
  private static final String CATALOG =
      "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";
  private static final String EPOCH = "1970-01-01T00:00:00Z";

  private final XmlWriter xml = new XmlWriter();

  private NewsMlWriter() {}

  static String write(NewsItem item) {
    var writer = new NewsMlWriter();
    List<NewsItem> whole =
        item.associations().stream()
            .map(Association::item)
            .filter(NewsMlWriter::holdsMore)
            .toList();
    if (whole.isEmpty()) {
      writer.item(item, true);
    } else {
      writer.xml.open("newsMessage", "xmlns", NAR);
      writer.xml.open("header").text("sent", created(item)).close();
      writer.xml.open("itemSet");
      writer.item(item, false);
      whole.forEach(each -> writer.item(each, false));
      writer.xml.close().close();
    }
    return writer.xml.document();
  }

  private static boolean holdsMore(NewsItem item) {
    return !item.renditions().isEmpty()
        || item.times().versionCreated() != null
        || item.words().stream()
            .anyMatch(w -> w.use() == Words.Use.BODY || w.use() == Words.Use.DESCRIPTION);
  }

  private void item(NewsItem item, boolean alone) {
    boolean plans = item.kind() == NewsItem.Kind.PLANNING || !item.coverage().isEmpty();
    boolean gathers =
        item.kind() == NewsItem.Kind.COMPOSITE
            && !item.associations().isEmpty()
            && item.renditions().isEmpty()
            && item.words(Words.Use.BODY).findAny().isEmpty();
    boolean event = item.event() != null && !plans;
    String root =
        plans ? "planningItem" : event ? "conceptItem" : gathers ? "packageItem" : "newsItem";
    xml.open(
        root,
        "xmlns",
        alone ? NAR : null,
        "guid",
        NinjsWriter.uri(item),
        "version",
        version(item),
        "standard",
        "NewsML-G2",
        "standardversion",
        "2.35",
        "conformance",
        "power",
        "xml:lang",
        item.language());
    xml.empty("catalogRef", "href", CATALOG);
    item.catalogs().stream()
        .filter(c -> !c.equals(CATALOG))
        .forEach(c -> xml.empty("catalogRef", "href", c));
    rights(item.rights());
    itemMeta(item, root);
    contentMeta(item, root);
    switch (root) {
      case "planningItem" -> new NewsMlPlanWriter(xml).coverage(item);
      case "packageItem" -> groups(item);
      case "conceptItem" -> new NewsMlPlanWriter(xml).event(item);
      default -> content(item);
    }
    xml.close();
  }

  /// NewsML-G2 numbers versions from 1; a version that is no number cannot be said.
  private static String version(NewsItem item) {
    String version = item.version();
    return version != null && version.matches("[1-9]\\d{0,8}") ? version : "1";
  }

  private static String created(NewsItem item) {
    NewsItem.Times times = item.times();
    for (String at :
        new @Nullable String[] {
          times.versionCreated(), times.firstCreated(), times.contentCreated()
        }) {
      String full = Stamps.full(at);
      if (full != null) {
        return full;
      }
    }
    return EPOCH; // demanded; the item itself does not say, and this is plainly no true date
  }

  private void rights(NewsItem.Rights rights) {
    if (rights.equals(NewsItem.Rights.NONE)) {
      return;
    }
    xml.open("rightsInfo");
    if (rights.holder() != null) {
      concept("copyrightHolder", rights.holder());
    }
    xml.text("copyrightNotice", rights.notice());
    xml.text("usageTerms", rights.usageTerms());
    if (rights.linked() != null) {
      xml.empty("link", "rel", "irel:isRightsOf", "href", rights.linked());
    }
    xml.close();
  }

  private void itemMeta(NewsItem item, String root) {
    xml.open("itemMeta");
    String nature = NinjsWriter.type(item.kind());
    xml.empty(
        "itemClass",
        "qcode",
        switch (root) {
          case "planningItem" -> "plinat:newscoverage";
          case "conceptItem" -> "cinat:concept";
          default -> "ninat:" + (nature == null || nature.equals("event") ? "text" : nature);
        });
    Concept provider = item.provider();
    concept(
        "provider", provider == null ? Concept.named(Concept.Kind.SOURCE, "unknown") : provider);
    xml.text("versionCreated", created(item));
    xml.text("firstCreated", Stamps.full(item.times().firstCreated()));
    if ("".equals(item.times().embargoed())) {
      xml.empty("embargoed");
    }
    xml.text("embargoed", Stamps.full(item.times().embargoed()));
    String status = item.handling().pubStatus();
    xml.empty("pubStatus", "qcode", "stat:" + (status == null ? "usable" : status));
    xml.text("profile", item.handling().profile());
    texts(item, Words.Use.TITLE, "title");
    texts(item, Words.Use.NOTE, "edNote");
    item.handling()
        .signals()
        .forEach(s -> xml.empty("signal", s.contains("://") ? "uri" : "qcode", s));
    xml.text("expires", Stamps.full(item.times().expires()));
    if (!root.equals("packageItem")) {
      item.associations().forEach(this::link);
    }
    xml.close();
  }

  private void link(Association association) {
    String rel = association.rel();
    xml.open(
        "link",
        "rel",
        rel != null && rel.matches("\\S+:\\S+") ? rel : "irel:seeAlso",
        "residref",
        NinjsWriter.uri(association.item()));
    xml.text("title", association.item().headline());
    xml.close();
  }

  private void contentMeta(NewsItem item, String root) {
    boolean news = root.equals("newsItem") || root.equals("packageItem");
    xml.open("contentMeta");
    Integer urgency = item.handling().urgency();
    if (urgency != null && urgency >= 1 && urgency <= 9) {
      xml.text("urgency", urgency.toString());
    }
    xml.text("contentCreated", Stamps.full(item.times().contentCreated()));
    xml.text("contentModified", Stamps.full(item.times().contentModified()));
    all(item, Concept.Kind.LOCATED, "located");
    item.concepts(Concept.Kind.SOURCE)
        .filter(c -> !"provider".equals(c.rel()))
        .forEach(c -> concept("infoSource", c));
    all(item, Concept.Kind.CREATOR, "creator");
    all(item, Concept.Kind.CONTRIBUTOR, "contributor");
    item.altIds().forEach(id -> xml.text("altId", id.value(), "type", qcode(id.role())));
    item.languages().forEach(tag -> xml.empty("language", "tag", tag));
    if (news) {
      all(item, Concept.Kind.GENRE, "genre");
    }
    texts(item, Words.Use.KEYWORD, "keyword");
    subjects(item);
    texts(item, Words.Use.SLUGLINE, "slugline");
    if (!root.equals("conceptItem")) {
      texts(item, Words.Use.HEADLINE, "headline");
      if (news) {
        texts(item, Words.Use.DATELINE, "dateline");
        texts(item, Words.Use.BYLINE, "by");
        texts(item, Words.Use.CREDIT, "creditline");
      }
      texts(item, Words.Use.DESCRIPTION, "description");
    }
    xml.close();
  }

  private void subjects(NewsItem item) {
    for (Concept concept : item.concepts()) {
      String nature =
          switch (concept.kind()) {
            case SUBJECT -> "abstract";
            case PERSON -> "person";
            case ORGANISATION -> "organisation";
            case PLACE -> "geoArea";
            case EVENT -> "event";
            case OBJECT -> "object";
            case GENRE, LOCATED, SOURCE, CREATOR, CONTRIBUTOR, HOLDER -> null;
          };
      if (nature != null) {
        concept("subject", concept, "type", "cpnat:" + nature, "rel", qcode(concept.rel()));
      }
    }
  }

  private void all(NewsItem item, Concept.Kind kind, String element) {
    item.concepts(kind).forEach(c -> concept(element, c));
  }

  private void concept(String element, Concept concept, @Nullable String... more) {
    concept(xml, element, concept, more);
  }

  static void concept(XmlWriter xml, String element, Concept concept, @Nullable String... more) {
    String code = concept.code();
    boolean isQcode = code != null && code.matches("\\S+:\\S+") && !code.contains("://");
    var attributes = new ArrayList<@Nullable String>(Arrays.asList(more));
    attributes.addAll(
        Arrays.asList(
            "qcode", isQcode ? code : null,
            "uri", concept.uri() != null ? concept.uri() : isQcode ? null : concept.address(),
            "literal",
                isQcode || concept.address() != null
                    ? null
                    : concept.literal() != null ? concept.literal() : code));
    if (element.equals("subject")) {
      attributes.addAll(
          Arrays.asList(
              "relevance",
              number(concept.relevance()),
              "confidence",
              number(concept.confidence())));
    }
    xml.open(element, attributes.toArray(new @Nullable String[0]));
    for (Text name : concept.names()) {
      xml.text("name", name.value(), "xml:lang", name.lang().isKnown() ? name.lang().tag() : null);
    }
    xml.close();
  }

  private static @Nullable String number(@Nullable Integer value) {
    return value == null || value < 0 || value > 100 ? null : value.toString();
  }

  /// Roles in NewsML-G2 are codes; a bare word is no code and is left out.
  private static @Nullable String qcode(@Nullable String role) {
    return role != null && role.matches("[^\\s:]+:[^\\s/]+") ? role : null;
  }

  private void texts(NewsItem item, Words.Use use, String element) {
    item.words(use)
        .forEach(w ->
            xml.text(
                element,
                w.text(),
                "role",
                qcode(w.role()),
                "xml:lang",
                w.lang() == null ? null : w.lang().tag()));
  }

  private void content(NewsItem item) {
    if (item.renditions().isEmpty() && item.words(Words.Use.BODY).findAny().isEmpty()) {
      return;
    }
    xml.open("contentSet");
    item.words(Words.Use.BODY).forEach(this::body);
    for (Rendition rendition : item.renditions()) {
      if (rendition.href() != null) {
        String unit = rendition.more().get("durationunit");
        Double duration = rendition.duration();
        xml.empty(
            "remoteContent",
            "href",
            rendition.href(),
            "rendition",
            qcode(rendition.name()) == null
                ? "rnd:" + rendition.name().replaceAll("\\s", "")
                : rendition.name(),
            "contenttype",
            rendition.contentType(),
            "size",
            positive(rendition.size()),
            "width",
            positive(rendition.width()),
            "height",
            positive(rendition.height()),
            "duration",
            duration == null
                ? null
                : duration % 1 == 0 ? String.valueOf(duration.longValue()) : duration.toString(),
            "durationunit",
            duration == null ? null : unit == null ? "timeunit:seconds" : unit,
            "format",
            qcode(rendition.more().get("format")),
            "videocodec",
            qcode(rendition.more().get("videocodec")));
      }
    }
    xml.close();
  }

  private static @Nullable String positive(@Nullable Long value) {
    return value == null || value < 0 ? null : value.toString();
  }

  /// Markup stands in the item as elements where it is well-formed, else as data.
  private void body(Words words) {
    String lang = words.lang() == null ? null : words.lang().tag();
    if (words.isMarkup()) {
      String markup =
          words.value().stripLeading().matches("(?s)<(nitf|html|body|xhtml)\\b.*")
              ? words.value()
              : "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
                  + words.value()
                  + "</body></html>";
      if (StrictXml.parse(markup.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Xml
          && markup.contains("xmlns=")) {
        String type = words.contentType();
        xml.raw(
            "inlineXML",
            markup,
            "contenttype",
            "text/html".equals(type) ? "application/xhtml+xml" : type,
            "xml:lang",
            lang);
        return;
      }
    }
    xml.text(
        "inlineData",
        words.value(),
        "contenttype",
        words.contentType() == null ? "text/plain" : words.contentType(),
        "xml:lang",
        lang);
  }

  private void groups(NewsItem item) {
    xml.open("groupSet", "root", "G1").open("group", "id", "G1", "role", "group:main");
    for (Association association : item.associations()) {
      NewsItem other = association.item();
      xml.open("itemRef", "residref", NinjsWriter.uri(other));
      String nature = NinjsWriter.type(other.kind());
      if (nature != null
          && other.kind() != NewsItem.Kind.EVENT
          && other.kind() != NewsItem.Kind.PLANNING) {
        xml.empty("itemClass", "qcode", "ninat:" + nature);
      }
      xml.text("title", other.headline());
      xml.close();
    }
    xml.close().close();
  }
}
