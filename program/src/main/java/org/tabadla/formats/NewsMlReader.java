package org.tabadla.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Reads one item of NewsML-G2, of any kind.
final class NewsMlReader {
  private static final int DEEPEST_GROUP = 20;

  private final XmlNode root;
  private final NewsItem.Draft draft = new NewsItem.Draft();

  /// Names of concepts that an item gives apart from where it uses them.
  private final Map<String, List<Text>> asserted = new HashMap<>();

  private NewsMlReader(XmlNode root) {
    this.root = root;
  }

  /// @return the item of an item's root element
  static NewsItem item(XmlNode root) {
    return new NewsMlReader(root).item();
  }

  private NewsItem item() {
    draft.uri = or(root.attribute("guid"), "");
    draft.version = root.attribute("version");
    for (XmlNode each : root.children("assert")) {
      String id = id(each);
      if (id != null) {
        asserted.put(id, names(each));
      }
    }
    root.children("catalogRef").forEach(c -> add(draft.catalogs, c.attribute("href")));
    XmlNode meta = root.child("itemMeta");
    XmlNode content = root.child("contentMeta");
    itemMeta(meta == null ? root : meta, content);
    root.children("rightsInfo").forEach(this::rights);
    if (content != null) {
      contentMeta(content);
    }
    root.children("partMeta")
        .forEach(
            part -> part.children("description").forEach(d -> words(Words.Use.DESCRIPTION, d)));
    if (draft.languages.isEmpty()) {
      add(draft.languages, root.attribute("xml:lang"));
    }
    XmlNode set = root.child("contentSet");
    if (set != null) {
      set.elements().forEach(this::content);
    }
    XmlNode groups = root.child("groupSet");
    if (groups != null) {
      group(groups, groups.attribute("root"), 0);
    }
    XmlNode planned = root.child("newsCoverageSet");
    if (planned != null) {
      planned.children("newsCoverage").forEach(c -> draft.coverage.addAll(NewsMlPlans.coverage(c)));
    }
    concepts();
    kind(meta);
    return draft.item();
  }

  private void kind(@Nullable XmlNode meta) {
    XmlNode given = meta == null ? null : meta.child("itemClass");
    NewsItem.Kind kind =
        NewsItem.Kind.of(
            given == null ? null : either(given.attribute("qcode"), given.attribute("uri")));
    draft.kind =
        switch (root.name()) {
          case "planningItem" -> NewsItem.Kind.PLANNING;
          case "catalogItem" -> NewsItem.Kind.CATALOG;
          case "conceptItem" -> draft.event != null ? NewsItem.Kind.EVENT : NewsItem.Kind.CONCEPT;
          case "knowledgeItem" -> NewsItem.Kind.CONCEPT;
          case "packageItem" -> NewsItem.Kind.COMPOSITE;
          default -> kind;
        };
  }

  private void itemMeta(XmlNode meta, @Nullable XmlNode content) {
    XmlNode embargo = meta.child("embargoed");
    draft.times =
        new NewsItem.Times(
            meta.textOf("firstCreated"),
            meta.textOf("versionCreated"),
            content == null ? null : content.textOf("contentCreated"),
            content == null ? null : content.textOf("contentModified"),
            embargo == null ? null : embargo.text(),
            meta.textOf("expires"));
    XmlNode status = meta.child("pubStatus");
    String code =
        status == null ? null : either(status.attribute("qcode"), status.attribute("uri"));
    String urgency = content == null ? null : content.textOf("urgency");
    var signals = new ArrayList<String>();
    meta.children("signal")
        .forEach(s -> add(signals, either(s.attribute("qcode"), s.attribute("uri"))));
    draft.handling =
        new NewsItem.Handling(
            code == null
                ? null
                : code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1),
            urgency != null && urgency.matches("\\d{1,3}")
                ? (Integer) Integer.parseInt(urgency)
                : null,
            meta.textOf("profile"),
            signals,
            false);
    meta.children("provider")
        .forEach(p -> draft.concepts.add(concept(Concept.Kind.SOURCE, p, "provider")));
    meta.children("title").forEach(t -> words(Words.Use.TITLE, t));
    meta.children("edNote").forEach(t -> words(Words.Use.NOTE, t));
    meta.children("link")
        .forEach(link -> {
          String rel = link.attribute("rel");
          draft.associations.add(new Association(or(rel, "link"), rel, referred(link)));
        });
  }

  private void rights(XmlNode rights) {
    XmlNode holder = rights.child("copyrightHolder");
    XmlNode xml = rights.child("rightsExpressionXML");
    XmlNode link = rights.child("link");
    NewsItem.Rights before = draft.rights;
    draft.rights =
        new NewsItem.Rights(
            holder == null ? before.holder() : concept(Concept.Kind.HOLDER, holder, null),
            lines(before.notice(), rights.children("copyrightNotice")),
            lines(before.usageTerms(), rights.children("usageTerms")),
            xml == null ? before.language() : xml.attribute("langid"),
            link == null ? before.linked() : link.attribute("href"),
            xml == null
                ? either(rights.textOf("rightsExpressionData"), before.encoded())
                : xml.inner());
  }

  private static @Nullable String lines(@Nullable String before, List<XmlNode> nodes) {
    var out = new ArrayList<String>();
    add(out, before);
    nodes.forEach(n ->
        add(
            out,
            either(
                either(n.text().isEmpty() ? null : n.text(), n.attribute("href")),
                n.attribute("uri"))));
    return out.isEmpty() ? null : String.join("\n", out);
  }

  private void contentMeta(XmlNode content) {
    content
        .elements()
        .forEach(each -> {
          switch (each.name()) {
            case "language" -> add(draft.languages, each.attribute("tag"));
            case "headline" -> words(Words.Use.HEADLINE, each);
            case "slugline" -> words(Words.Use.SLUGLINE, each);
            case "by" -> words(Words.Use.BYLINE, each);
            case "dateline" -> words(Words.Use.DATELINE, each);
            case "creditline" -> words(Words.Use.CREDIT, each);
            case "description" -> words(Words.Use.DESCRIPTION, each);
            case "keyword" -> words(Words.Use.KEYWORD, each);
            case "subject" -> subject(each);
            case "genre" -> draft.concepts.add(concept(Concept.Kind.GENRE, each, null));
            case "located" -> draft.concepts.add(concept(Concept.Kind.LOCATED, each, null));
            case "infoSource" ->
                draft.concepts.add(concept(Concept.Kind.SOURCE, each, each.attribute("role")));
            case "creator" ->
                draft.concepts.add(concept(Concept.Kind.CREATOR, each, each.attribute("role")));
            case "contributor" ->
                draft.concepts.add(concept(Concept.Kind.CONTRIBUTOR, each, each.attribute("role")));
            case "altId" -> {
              String id = either(each.text().isEmpty() ? null : each.text(), each.attribute("id"));
              if (id != null) {
                draft.altIds.add(new NewsItem.AltId(each.attribute("type"), id));
              }
            }
            default -> {}
          }
        });
  }

  private void subject(XmlNode each) {
    XmlNode main = each.child("mainConcept");
    String type = or(either(each.attribute("type"), each.attribute("typeuri")), "");
    Concept.Kind kind =
        switch (type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1)) {
          case "person" -> Concept.Kind.PERSON;
          case "organisation" -> Concept.Kind.ORGANISATION;
          case "geoArea", "poi" -> Concept.Kind.PLACE;
          case "event" -> Concept.Kind.EVENT;
          case "object" -> Concept.Kind.OBJECT;
          default -> Concept.Kind.SUBJECT;
        };
    draft.concepts.add(concept(kind, main == null ? each : main, each.attribute("rel")));
    each.children("narrower").forEach(n -> draft.concepts.add(concept(kind, n, "narrower")));
    each.children("facetConcept")
        .forEach(f -> draft.concepts.add(concept(Concept.Kind.SUBJECT, f, f.attribute("reluri"))));
  }

  private void content(XmlNode each) {
    switch (each.name()) {
      case "inlineXML" -> {
        String markup = each.inner();
        List<XmlNode> events = each.elements().flatMap(e -> e.children("event").stream()).toList();
        if (!events.isEmpty()) {
          events.forEach(
              e -> draft.associations.add(new Association("event", null, NewsMlPlans.event(e))));
        }
        if (!markup.isBlank()) {
          draft.words.add(
              new Words(
                  Words.Use.BODY,
                  null,
                  or(each.attribute("contenttype"), "application/xml"),
                  lang(each),
                  markup));
        }
      }
      case "inlineData" -> {
        String encoding = each.attribute("encoding");
        draft.words.add(
            new Words(
                Words.Use.BODY,
                encoding,
                or(each.attribute("contenttype"), "text/plain"),
                lang(each),
                raw(each)));
      }
      case "remoteContent" -> draft.renditions.add(NewsMlFile.rendition(each));
      default -> {}
    }
  }

  private static String raw(XmlNode each) {
    var out = new StringBuilder();
    each.content().stream().filter(String.class::isInstance).forEach(out::append);
    return out.toString().strip();
  }

  private void group(XmlNode groups, @Nullable String id, int depth) {
    for (XmlNode group : groups.children("group")) {
      if (id == null || id.equals(group.attribute("id"))) {
        String name = or(group.attribute("role"), or(group.attribute("id"), "group"));
        group
            .elements()
            .forEach(each -> {
              switch (each.name()) {
                case "itemRef", "conceptRef" ->
                    draft.associations.add(
                        new Association(name, each.attribute("rel"), referred(each)));
                case "groupRef" -> {
                  if (depth < DEEPEST_GROUP) {
                    group(groups, or(each.attribute("idref"), ""), depth + 1);
                  }
                }
                default -> {}
              }
            });
      }
    }
  }

  /// As much of another item as a reference tells.
  private static NewsItem referred(XmlNode each) {
    var copy = new LinkedHashMap<>(each.attributes());
    String uri =
        either(
            either(each.attribute("residref"), each.attribute("href")),
            either(each.attribute("uri"), each.attribute("qcode")));
    copy.put("guid", or(uri, ""));
    var reader =
        new NewsMlReader(
            new XmlNode(
                each.namespace(), "reference", copy, each.content(), each.line(), each.column()));
    reader.draft.uri = or(uri, "");
    reader.draft.version = each.attribute("version");
    reader.itemMeta(each, null);
    reader.contentMeta(each);
    XmlNode given = each.child("itemClass");
    reader.draft.kind =
        NewsItem.Kind.of(
            given == null ? null : either(given.attribute("qcode"), given.attribute("uri")));
    String type = each.attribute("contenttype");
    String href = each.attribute("href");
    if (uri != null && (type != null || (href != null && each.attribute("size") != null))) {
      reader.draft.renditions.add(
          new Rendition(
              "main", uri, type, null, null, null, NewsMlFile.whole(each, "size"), null, Map.of()));
    }
    return reader.draft.item();
  }

  private void concepts() {
    XmlNode one = root.child("concept");
    if (one != null) {
      NewsMlPlans.describe(one, draft);
    }
    XmlNode set = root.child("conceptSet");
    if (set != null) {
      set.children("concept")
          .forEach(
              c -> draft.associations.add(new Association("concept", null, NewsMlPlans.event(c))));
    }
  }

  private Concept concept(Concept.Kind kind, XmlNode each, @Nullable String rel) {
    Concept read = concept(kind, each, rel, each.attribute("qcode"));
    List<Text> known = asserted.get(or(id(each), ""));
    return read.names().isEmpty() && known != null ? read.with(known) : read;
  }

  static Concept concept(
      Concept.Kind kind, XmlNode each, @Nullable String rel, @Nullable String code) {
    return new Concept(
        kind,
        names(each),
        each.attribute("uri"),
        null,
        code,
        each.attribute("literal"),
        rel,
        each.attribute("creator"),
        number(each, "relevance"),
        number(each, "confidence"));
  }

  static List<Text> names(XmlNode each) {
    return each.children("name").stream()
        .filter(n -> !n.text().isEmpty())
        .map(n -> new Text(n.text(), Objects.requireNonNullElse(lang(n), Lang.UND)))
        .toList();
  }

  private static @Nullable String id(XmlNode each) {
    return either(
        either(each.attribute("qcode"), each.attribute("uri")), each.attribute("literal"));
  }

  private void words(Words.Use use, XmlNode each) {
    String text = each.text();
    if (!text.isEmpty()) {
      draft.words.add(new Words(use, each.attribute("role"), null, lang(each), text));
    }
  }

  static @Nullable Lang lang(XmlNode each) {
    String tag = each.attribute("xml:lang");
    return tag == null ? null : new Lang(tag);
  }

  private static @Nullable Integer number(XmlNode each, String key) {
    String text = each.attribute(key);
    return text != null && text.matches("\\d{1,6}") ? (Integer) Integer.parseInt(text) : null;
  }

  private static void add(List<String> list, @Nullable String value) {
    if (value != null) {
      list.add(value);
    }
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }

  private static @Nullable String either(@Nullable String value, @Nullable String other) {
    return value == null ? other : value;
  }
}
