package org.tabadla.formats;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what NewsML-G2 says of a file: `remoteContent`.
final class NewsMlFile {
  private static final Set<String> RENDITION_KEYS =
      Set.of("href", "residref", "contenttype", "width", "height", "size", "duration", "rendition");

  private NewsMlFile() {}

  static Rendition rendition(XmlNode each) {
    var more = new LinkedHashMap<String, String>();
    each.attributes()
        .forEach((key, value) -> {
          if (!RENDITION_KEYS.contains(key) && !key.startsWith("{")) {
            more.put(key, value);
          }
        });
    String duration = each.attribute("duration");
    return new Rendition(
        Objects.requireNonNullElse(each.attribute("rendition"), "main"),
        each.attribute("href") == null ? each.attribute("residref") : each.attribute("href"),
        each.attribute("contenttype"),
        each.textOf("title"),
        whole(each, "width"),
        whole(each, "height"),
        whole(each, "size"),
        duration != null && duration.matches("\\d{1,12}(\\.\\d{1,9})?")
            ? (Double) Double.parseDouble(duration)
            : null,
        more);
  }

  static @Nullable Long whole(XmlNode each, String key) {
    String text = each.attribute(key);
    return text != null && text.matches("\\d{1,18}") ? (Long) Long.parseLong(text) : null;
  }
}
