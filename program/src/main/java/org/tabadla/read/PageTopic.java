package org.tabadla.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;
import tools.jackson.databind.JsonNode;

/// What the outlet files a page under: its section, its tags.
final class PageTopic {
  private static final int TAGS_MAX = 30;
  private static final int TAG_MAX_CHARS = 100;
  private static final String[] SECTION_METAS = {
    "article:section", "section", "parsely-section", "og:section", "cxenseparse:section"
  };

  private PageTopic() {}

  static @Nullable Found<String> section(PageClues clues, JsonLd data) {
    for (String meta : SECTION_METAS) {
      String section = PageTitle.squeeze(clues.meta(meta));
      if (!section.isEmpty() && section.length() <= TAG_MAX_CHARS) {
        return new Found<>(section, "meta:" + meta, section);
      }
    }
    String section = PageTitle.squeeze(data.ofArticle("articleSection"));
    return section.isEmpty() || section.length() > TAG_MAX_CHARS
        ? null
        : new Found<>(section, "jsonld:articleSection", section);
  }

  static List<String> tags(PageClues clues, JsonLd data) {
    Set<String> tags = new LinkedHashSet<>();
    clues.metas("article:section").forEach(t -> addTags(tags, t));
    clues.metas("article:tag").forEach(t -> addTags(tags, t));
    for (String key : new String[] {"articleSection", "keywords"}) {
      for (JsonNode node : data.all(key)) {
        addTags(tags, node.asString(""));
      }
    }
    if (tags.isEmpty()) {
      clues.metas("news_keywords").forEach(t -> addTags(tags, t));
      clues.metas("keywords").forEach(t -> addTags(tags, t));
    }
    return tags.stream().limit(TAGS_MAX).toList();
  }

  private static void addTags(Set<String> tags, String written) {
    for (String tag : written.split("[,،;、，]", -1)) {
      String plain = PageTitle.squeeze(tag);
      if (!plain.isEmpty()) {
        tags.add(plain);
      }
    }
  }
}
