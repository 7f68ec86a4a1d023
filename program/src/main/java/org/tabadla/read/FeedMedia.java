package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.read.FeedEntry.Enclosure;
import org.tabadla.read.FeedEntry.Place;

/// What an entry carries beside its text: enclosures, pictures, a place.
final class FeedMedia {
  private static final Pattern POINT =
      Pattern.compile(
          "\\s*([+-]?\\d{1,3}(?:\\.\\d{1,15})?)[\\s,]+([+-]?\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

  private FeedMedia() {}

  static List<Enclosure> enclosures(XmlElement item, @Nullable String base, FeedContext context) {
    List<Enclosure> found = new ArrayList<>();
    for (XmlElement e : item.elements()) {
      boolean linked = e.name().equals("link") && "enclosure".equals(e.attribute("rel"));
      if (linked || e.is("enclosure")) {
        String written = e.attribute(linked ? "href" : "url");
        String url = context.link(written == null ? e.attribute("href") : written, base);
        if (url != null && found.size() < FeedReader.MAX_ENCLOSURES) {
          found.add(new Enclosure(url, e.attribute("type")));
        }
      }
    }
    return found;
  }

  /// @return the entry's picture: `media:thumbnail`, `media:content` or an enclosure that is one,
  ///   `itunes:image`
  ///
  /// @param enclosures of the same item
  static @Nullable String image(
      XmlElement item, List<Enclosure> enclosures, @Nullable String base, FeedContext context) {
    String image = image(item, base, context, 0);
    if (image != null) {
      return image;
    }
    for (Enclosure enclosure : enclosures) {
      if (enclosure.type() != null && enclosure.type().startsWith("image/")) {
        return enclosure.url();
      }
    }
    XmlElement itunes = item.first("itunes:image");
    return itunes == null ? null : context.link(itunes.attribute("href"), base);
  }

  private static @Nullable String image(
      XmlElement in, @Nullable String base, FeedContext context, int depth) {
    String thumbnail = null;
    for (XmlElement e : in.elements()) {
      String found = null;
      if (e.is("media:content") && isPicture(e)) {
        found = context.link(e.attribute("url"), base);
      }
      boolean group = e.is("media:group") || e.is("media:content");
      if (found == null && group && depth < 2) {
        found = image(e, base, context, depth + 1);
      }
      if (found != null) {
        return found;
      }
      if (thumbnail == null && e.is("media:thumbnail")) {
        thumbnail = context.link(e.attribute("url"), base);
      }
    }
    return thumbnail;
  }

  private static boolean isPicture(XmlElement media) {
    String type = media.attribute("type");
    return "image".equals(media.attribute("medium")) || (type != null && type.startsWith("image/"));
  }

  /// @return `georss:point` («latitude longitude») or `geo:lat` and `geo:long`, or null
  static @Nullable Place place(XmlElement item) {
    XmlElement point = item.first("georss:point");
    if (point != null) {
      return place(point.text());
    }
    XmlElement where = item.first("geo:point") == null ? item : item.first("geo:point");
    XmlElement latitude = where == null ? null : where.first("geo:lat");
    XmlElement longitude = where == null ? null : where.first("geo:long");
    return latitude == null || longitude == null
        ? null
        : place(latitude.text() + " " + longitude.text());
  }

  private static @Nullable Place place(String text) {
    Matcher point = POINT.matcher(text);
    if (!point.matches()) {
      return null;
    }
    double latitude = Double.parseDouble(point.group(1));
    double longitude = Double.parseDouble(point.group(2));
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return onEarth ? new Place(latitude, longitude) : null;
  }
}
