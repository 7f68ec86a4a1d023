package org.tabadla.read;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;
import tools.jackson.databind.JsonNode;

/// Finds pictures: their addresses, also where a script would load them later, and captions.
final class PagePicture {
  private static final String[] LAZY = {
    "data-src", "data-original", "data-lazy-src", "data-srcset", "data-url"
  };
  private static final int SMALL_MAX_PIXELS = 80;
  private static final int CAPTION_MAX_CHARS = 1000;
  private static final int LEVELS_MAX = 4;
  private static final int CREDIT_MAX_CHARS = 120;
  private static final Pattern EDGES = Pattern.compile("^[\\s:：]+|[\\s)）\\]】]+$");
  private static final Pattern BEFORE_CREDIT = Pattern.compile("[\\s(（\\[【|/–—-]+$");

  private PagePicture() {}

  /// @param form what is done to each text
  /// @return the picture that the page names as its own, with the caption it has in the text
  static Block.@Nullable Picture main(
      PageClues clues, JsonLd data, PageTree tree, String base, UnaryOperator<String> form) {
    String url = PageBlocks.absolute(clues.meta("og:image", "og:image:url", "twitter:image"), base);
    if (url == null) {
      url = PageBlocks.absolute(json(data), base);
    }
    if (url == null) {
      return null;
    }
    for (PageTree.Shot shot : tree.shots()) {
      String there = address(shot.image(), base);
      if (there != null && file(there).equals(file(url))) {
        String caption = caption(shot.image());
        return credited(url, caption == null ? null : form.apply(caption), credit(data, form));
      }
    }
    return credited(url, null, credit(data, form));
  }

  /// «A bridge. Photo: Name» is a caption and a credit.
  ///
  /// @param credit what is taken where the caption tells none
  static Block.Picture credited(String url, @Nullable String caption, @Nullable String credit) {
    Phrases.Hit hit = caption == null ? null : BylineWords.credit(caption);
    if (caption == null || hit == null) {
      return new Block.Picture(url, caption, credit);
    }
    String told = EDGES.matcher(caption.substring(hit.end())).replaceAll("");
    String rest = BEFORE_CREDIT.matcher(caption.substring(0, hit.start())).replaceFirst("");
    boolean fits = !told.isEmpty() && told.length() <= CREDIT_MAX_CHARS;
    return fits
        ? new Block.Picture(url, rest.isEmpty() ? null : rest, told)
        : new Block.Picture(url, caption, null);
  }

  private static @Nullable String credit(JsonLd data, UnaryOperator<String> form) {
    for (JsonNode image : data.all("image")) {
      for (String key : new String[] {"creditText", "copyrightNotice"}) {
        String text = form.apply(PageTitle.squeeze(image.path(key).asString("")));
        if (!text.isEmpty() && text.length() <= CREDIT_MAX_CHARS) {
          return text;
        }
      }
    }
    return null;
  }

  private static @Nullable String json(JsonLd data) {
    for (JsonNode image : data.all("image")) {
      JsonNode url = image.isObject() ? image.get("url") : image;
      if (url != null && url.isString()) {
        return url.asString();
      }
    }
    return null;
  }

  /// The last part of an address without its query: sizes often stand elsewhere.
  private static String file(String url) {
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
  }

  /// @return the absolute address of an `img`, or null for a placeholder, an icon or a pixel
  static @Nullable String address(Element image, String base) {
    if (isSmall(image.attr("width")) || isSmall(image.attr("height"))) {
      return null;
    }
    for (String name : LAZY) {
      String lazy = image.attr(name).strip();
      if (!lazy.isEmpty()) {
        int space = lazy.indexOf(' ');
        return PageBlocks.absolute(space < 0 ? lazy : lazy.substring(0, space), base);
      }
    }
    String src = image.attr("src");
    return src.startsWith("data:") ? null : PageBlocks.absolute(src, base);
  }

  private static boolean isSmall(String pixels) {
    if (pixels.isEmpty() || pixels.length() > 4) {
      return false;
    }
    for (int i = 0; i < pixels.length(); i++) {
      if (pixels.charAt(i) < '0' || pixels.charAt(i) > '9') {
        return false;
      }
    }
    return Integer.parseInt(pixels) < SMALL_MAX_PIXELS;
  }

  /// @return the words of the figure around an image, or null
  static @Nullable String caption(Element image) {
    Element up = image.parent();
    for (int level = 0; up != null && level < LEVELS_MAX; level++, up = up.parent()) {
      if (up.normalName().equals("figure") || up.className().contains("wp-caption")) {
        Element words = up.selectFirst("figcaption, .wp-caption-text");
        String text = words == null ? "" : words.text().strip();
        return text.isEmpty() || text.length() > CAPTION_MAX_CHARS ? null : text;
      }
    }
    return null;
  }
}
