package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;
import tools.jackson.databind.JsonNode;

/// Finds who wrote a page: people, without «By», roles, outlets and agencies; where nobody is
/// named, the desk, outlet or agency that stands there instead.
final class PageByline {
  private static final String[] METAS = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.author",
    "byl",
    "cxenseparse:author",
    "citation_author",
    "citation_authors",
    "article:author_name",
    "article.author",
    "og:article:author",
    "authors",
    "articleauthor",
    "creator",
    "dc:creator",
  };
  private static final Pattern EDGES = Pattern.compile("^[\\s,;|]+|[\\s,;|]+$");
  private static final int AUTHORS_MAX = 12;
  private static final int JOINED_MAX_CHARS = 60;

  private final Set<String> outlets = new HashSet<>();

  /// Names from one kind of place, people and desks apart.
  private static final class Names {
    final Map<String, Found<String>> people = new LinkedHashMap<>();
    final Map<String, Found<String>> desks = new LinkedHashMap<>();

    boolean isEmpty() {
      return people.isEmpty() && desks.isEmpty();
    }
  }

  private PageByline(List<String> outlets) {
    outlets.forEach(name -> this.outlets.add(PageTitle.key(name)));
  }

  /// @param outlets names of the outlet, which is no author where a person is named
  static List<Found<String>> of(JsonLd data, List<String> outlets, PageTree tree, PageHead head) {
    return new PageByline(outlets).choose(data, tree, head);
  }

  private List<Found<String>> choose(JsonLd data, PageTree tree, PageHead head) {
    PageClues clues = tree.clues();
    Names stated = json(data);
    if (stated.people.isEmpty()) {
      stated = merged(stated, metas(clues));
    }
    if (stated.people.isEmpty()) {
      stated = merged(stated, properties(clues));
    }
    var page = new ShownByline(tree, head);
    ShownByline.At line = page.labelled();
    Names shown = of(line);
    if (!stated.people.isEmpty()) {
      boolean other = stated.people.keySet().stream().noneMatch(shown.people::containsKey);
      if (other && isNobodyShown(stated, tree, head)) {
        Names signed = shown.people.isEmpty() ? of(page.signature()) : shown;
        if (signed.people.values().stream().anyMatch(PageByline::isFull)) {
          return list(signed.people);
        }
      }
      return list(withoutHelpers(stated.people, line));
    }
    if (shown.people.isEmpty()) {
      shown = merged(shown, of(page.signed()));
    }
    if (!shown.people.isEmpty()) {
      return list(shown.people);
    }
    return named(stated, shown, page);
  }

  /// One word after «رپورٹ» may be a topic; it takes a first name and a last one, or Han signs, to
  /// be believed over what the page states.
  private static boolean isFull(Found<String> name) {
    String value = name.value();
    return value.indexOf(' ') > 0 || Line.unit(value.charAt(0)) > 1;
  }

  /// Where neither metas nor the head of the article name a person.
  private List<Found<String>> named(Names stated, Names shown, ShownByline page) {
    Names beside = of(page.beside());
    if (!beside.people.isEmpty() && stated.desks.isEmpty() && shown.desks.isEmpty()) {
      return list(beside.people);
    }
    Names below = of(page.below());
    if (!below.people.isEmpty() && stated.desks.isEmpty()) {
      return list(below.people);
    }
    if (!stated.desks.isEmpty()) {
      return list(stated.desks);
    }
    if (!shown.desks.isEmpty()) {
      return list(shown.desks);
    }
    Names far = of(page.signedElsewhere());
    if (far.isEmpty()) {
      far = of(page.editors());
    }
    return list(far.people.isEmpty() ? far.desks : far.people);
  }

  /// A name that the page states for machines only is often that of whoever filled in the form.
  private static boolean isNobodyShown(Names stated, PageTree tree, PageHead head) {
    int to = Math.min(tree.lines().size(), head.to() + 1);
    for (int i = head.over(); i < to; i++) {
      String key = PageTitle.key(tree.lines().get(i).text());
      if (stated.people.keySet().stream().anyMatch(key::contains)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Found<String>> withoutHelpers(
      Map<String, Found<String>> people, ShownByline.@Nullable At line) {
    if (line == null || line.byline().helpers().isEmpty()) {
      return people;
    }
    var wrote = new LinkedHashMap<>(people);
    line.byline().helpers().forEach(helper -> wrote.remove(PageTitle.key(helper.name())));
    return wrote.isEmpty() ? people : wrote;
  }

  private static List<Found<String>> list(Map<String, Found<String>> names) {
    return names.values().stream().limit(AUTHORS_MAX).toList();
  }

  private static Names merged(Names first, Names second) {
    var both = new Names();
    both.people.putAll(first.people);
    both.desks.putAll(first.desks);
    second.people.forEach(both.people::putIfAbsent);
    if (first.desks.isEmpty()) {
      both.desks.putAll(second.desks);
    }
    return both;
  }

  private Names json(JsonLd data) {
    var names = new Names();
    for (String key : new String[] {"author", "creator"}) {
      for (JsonNode author : data.all(key)) {
        if (author.isString()) {
          add(names, author.asString(), "jsonld:" + key, false);
        } else if (author.isObject()) {
          boolean group = JsonLd.types(author).contains("Organization");
          for (String name : strings(author.get("name"))) {
            add(names, name, "jsonld:" + key, group);
          }
        }
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  private static List<String> strings(@Nullable JsonNode value) {
    var out = new ArrayList<String>();
    if (value != null && value.isArray()) {
      value.forEach(v -> out.add(v.asString("")));
    } else if (value != null && value.isString()) {
      out.add(value.asString());
    }
    return out;
  }

  private Names metas(PageClues clues) {
    var names = new Names();
    String label = clues.meta("twitter:label1");
    String told = clues.meta("twitter:data1");
    boolean card = label != null && BylineWords.afterLabel(label, false) > 0;
    for (String meta : METAS) {
      for (String value : clues.metas(meta)) {
        add(names, value, "meta:" + meta, false);
      }
      if (!names.people.isEmpty()) {
        return names;
      }
    }
    if (card && told != null) {
      add(names, told, "meta:twitter:data1", false);
    }
    return names;
  }

  private Names properties(PageClues clues) {
    var names = new Names();
    for (PageClues.Clue clue : clues.properties()) {
      Element e = clue.element();
      if (e.attr("itemprop").contains("author") && !clues.isElsewhere(e)) {
        Element name = e.selectFirst("[itemprop=name]");
        Element shown = name == null ? e : name;
        String text = shown.hasAttr("content") ? shown.attr("content") : shown.text();
        add(names, text, "itemprop:author", false);
      }
    }
    return names;
  }

  private void add(Names names, String written, String rule, boolean group) {
    String text = EDGES.matcher(PageTitle.squeeze(written)).replaceAll("");
    if (text.contains("://") || text.isEmpty()) {
      return;
    }
    if (group || outlets.contains(PageTitle.key(text))) {
      names.desks.putIfAbsent(PageTitle.key(text), new Found<>(text, rule, text));
      return;
    }
    Byline byline = Byline.of(text, false);
    put(names, byline, rule, text);
    if (byline.people().isEmpty()
        && byline.desks().size() > 1
        && text.length() <= JOINED_MAX_CHARS) {
      // «Le Figaro et AFP» is one credit.
      names.desks.clear();
      names.desks.put(PageTitle.key(text), new Found<>(text, rule, text));
    }
  }

  private Names of(ShownByline.@Nullable At at) {
    var names = new Names();
    if (at != null) {
      put(names, at.byline(), at.rule(), at.words());
    }
    return names;
  }

  private void put(Names names, Byline byline, String rule, String words) {
    for (String name : byline.people()) {
      boolean outlet = outlets.contains(PageTitle.key(name));
      (outlet ? names.desks : names.people)
          .putIfAbsent(PageTitle.key(name), new Found<>(name, rule, words));
    }
    for (String name : byline.desks()) {
      names.desks.putIfAbsent(PageTitle.key(name), new Found<>(name, rule, words));
    }
  }
}
