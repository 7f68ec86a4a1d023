package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Found;
import org.tabadla.model.Imprint;
import org.tabadla.model.Imprint.Contributor;
import tools.jackson.databind.JsonNode;

/// Finds what an outlet says of an article beside its words and its authors.
final class PageImprint {
  private static final int CONTRIBUTORS_MAX = 12;
  private static final int LINE_MAX_CHARS = 160;
  private static final int NAME_MAX_CHARS = 60;
  private static final int BODY_LINES = 2;
  private static final int BELOW_LINES = 6;
  private static final int PIXELS_MAX = 5;
  private static final String ENDS = "|｜()（）[]【】·•,，;；。";
  private static final String[] SOURCE_METAS = {
    "syndication-source", "original-source", "article:original_source", "dc.source"
  };

  private final PageClues clues;
  private final JsonLd data;
  private final PageTree tree;
  private final PageHead head;
  private final String url;
  private final List<String> outlets;

  private PageImprint(JsonLd data, PageTree tree, PageHead head, String url, List<String> outlets) {
    this.clues = tree.clues();
    this.data = data;
    this.tree = tree;
    this.head = head;
    this.url = url;
    this.outlets = outlets;
  }

  /// @param url the page's own, maybe `file:`
  /// @param outlets names of the outlet, which is no source of its own
  static Imprint of(JsonLd data, PageTree tree, PageHead head, String url, List<String> outlets) {
    var page = new PageImprint(data, tree, head, url, outlets);
    return new Imprint(
        page.contributors(),
        page.via(),
        PageTopic.section(page.clues, data),
        PageBlocks.absolute(page.clues.link("amphtml"), url.startsWith("file:") ? "" : url),
        page.pictureSize(),
        Overrides.inHeadline(page.clues, data));
  }

  /// Lines of the head and just under the text that begin with «Photos by», «责编：» and the like.
  private List<Contributor> contributors() {
    var found = new ArrayList<Contributor>();
    var seen = new HashSet<String>();
    for (String line : lines()) {
      List<String> editors = HanByline.editors(line);
      editors.forEach(name -> add(found, seen, "责编", name, line));
      if (!BylineWords.beginsWithHelp(line)) {
        continue;
      }
      for (Byline.Helper helper : Byline.of(line, true).helpers()) {
        if (ShownByline.isFullName(helper.name())) {
          add(found, seen, helper.role(), helper.name(), line);
        }
      }
    }
    return found;
  }

  private static void add(
      List<Contributor> all, Set<String> seen, String role, String name, String line) {
    if (all.size() < CONTRIBUTORS_MAX && seen.add(role + PageTitle.key(name))) {
      all.add(new Contributor(role, new Found<>(name, "text:byline", line)));
    }
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    add(lines, head.over(), head.to());
    int below = Math.max(head.first() + 1, head.last() + 1 - BODY_LINES);
    add(lines, below, head.last() + 1 + BELOW_LINES);
    return lines;
  }

  private void add(List<String> lines, int from, int to) {
    for (int i = from; i < Math.min(to, tree.lines().size()); i++) {
      String text = tree.lines().get(i).text();
      boolean caption = PageHead.isCaption(tree, tree.lines().get(i).box());
      if (text.length() <= LINE_MAX_CHARS && i != head.headline() && !caption) {
        lines.add(text);
      }
    }
  }

  private @Nullable Found<String> via() {
    String canonical = PageBlocks.absolute(clues.link("canonical"), url);
    String path = canonical == null ? "" : canonical.substring(canonical.indexOf("://") + 3);
    boolean page = path.indexOf('/') > 0 && path.indexOf('/') < path.length() - 1;
    if (canonical != null && page && url.startsWith("http") && !Address.sameSite(canonical, url)) {
      return new Found<>(canonical, "link:canonical", canonical);
    }
    for (String key : new String[] {"isBasedOn", "sourceOrganization"}) {
      for (JsonNode node : data.all(key)) {
        JsonNode named =
            node.isObject()
                ? node.path("name").isString() ? node.path("name") : node.path("url")
                : node;
        Found<String> found = source(named.asString(""), "jsonld:" + key, named.asString(""));
        if (found != null) {
          return found;
        }
      }
    }
    for (String meta : SOURCE_METAS) {
      String value = clues.meta(meta);
      Found<String> found = value == null ? null : source(value, "meta:" + meta, value);
      if (found != null) {
        return found;
      }
    }
    for (String line : lines()) {
      String name = BylineWords.source(line);
      Found<String> found = source(upToEnd(name), "text:source", line);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String upToEnd(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (ENDS.indexOf(name.charAt(i)) >= 0) {
        return name.substring(0, i);
      }
    }
    return name.endsWith(".") || name.endsWith("۔") ? name.substring(0, name.length() - 1) : name;
  }

  private @Nullable Found<String> source(String written, String rule, String words) {
    String name = PageTitle.squeeze(written);
    boolean address = name.startsWith("http");
    boolean fits = !name.isEmpty() && (address || name.length() <= NAME_MAX_CHARS);
    boolean own = address && Address.sameSite(name, url);
    return fits && !own && !PageTitle.isOutlet(name, outlets)
        ? new Found<>(name, rule, words)
        : null;
  }

  private Imprint.@Nullable Size pictureSize() {
    int width = pixels(clues.meta("og:image:width"));
    int height = pixels(clues.meta("og:image:height"));
    for (JsonNode image : data.all("image")) {
      if (width == 0 || height == 0) {
        width = pixels(image.path("width").asString(""));
        height = pixels(image.path("height").asString(""));
      }
    }
    return width > 0 && height > 0 ? new Imprint.Size(width, height) : null;
  }

  private static int pixels(@Nullable String written) {
    String digits = written == null ? "" : written.strip().replaceAll("(?:\\.0+)?(?:px)?$", "");
    boolean number = !digits.isEmpty() && digits.length() <= PIXELS_MAX;
    return number && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : 0;
  }
}
