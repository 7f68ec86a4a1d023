package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Page;

/// Subscription lists: [OPML 2.0](http://opml.org/spec2.opml) and 1.x.
public final class OpmlReader {
  /// Feeds beyond it are left out.
  public static final int MAX_FEEDS = 200_000;

  public static final int MAX_OPML_BYTES = 64_000_000;
  private static final int MAX_FOLDER_CHARS = 1_000;

  private OpmlReader() {}

  /// @param xmlUrl the feed's address as the file has it
  /// @param title null when the file gives none
  /// @param folder the outlines that it stands in, joined by `/`; "" at the top
  public record Outline(String xmlUrl, @Nullable String title, String folder) {}

  /// @return the feeds in document order; none when the bytes are no OPML or larger than the limit
  public static List<Outline> read(Page page) {
    byte[] body = page.body().array();
    if (body.length > MAX_OPML_BYTES) {
      return List.of();
    }
    XmlElement root = XmlTree.parse(Charsets.text(body, page.contentType()));
    List<Outline> found = new ArrayList<>();
    if (root != null && root.name().equals("opml")) {
      collect(root, "", found);
    }
    return List.copyOf(found);
  }

  /// As deep as the tree, which {@link XmlTree#MAX_DEPTH} limits.
  private static void collect(XmlElement in, String folder, List<Outline> found) {
    for (XmlElement element : in.elements()) {
      if (found.size() >= MAX_FEEDS) {
        return;
      }
      switch (element.name()) {
        case "body" -> collect(element, folder, found);
        case "outline" -> outline(element, folder, found);
        default -> {}
      }
    }
  }

  private static void outline(XmlElement outline, String folder, List<Outline> found) {
    String url = outline.attribute("xmlurl");
    String title = title(outline);
    boolean isFeed = url != null && !url.isBlank();
    if (url != null && isFeed) {
      found.add(new Outline(url.strip(), title, folder));
    }
    String inside =
        isFeed || title == null ? folder : folder.isEmpty() ? title : folder + "/" + title;
    collect(outline, inside.length() > MAX_FOLDER_CHARS ? folder : inside, found);
  }

  private static @Nullable String title(XmlElement outline) {
    for (String key : List.of("text", "title")) {
      String value = outline.attribute(key);
      if (value != null && !value.isBlank()) {
        return SafeHtml.oneLine(value);
      }
    }
    return null;
  }
}
