package org.tabadla.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Page;

/// Tells what bytes are by looking at them; the `Content-Type` header counts only where they do not
/// say.
public final class Sniffer {
  private static final int LOOKED_AT_BYTES = 65_536;
  private static final int MAX_SEEN_CHARS = 40;

  /// The first start tag that is no HTML comment, declaration or processing instruction.
  private static final Pattern FIRST_TAG = Pattern.compile("<([A-Za-z][\\w.-]*+(?::[\\w.-]++)?)");

  private static final Pattern NO_TAG =
      Pattern.compile("<!--.*?(?:-->|\\z)|<\\?.*?(?:>|\\z)", Pattern.DOTALL);

  private static final Pattern LATER_ROOT =
      Pattern.compile("<(rss|feed|opml|urlset|sitemapindex|(?:\\w{1,16}:)?RDF)[\\s>]");

  private static final Pattern JSON_FEED =
      Pattern.compile("jsonfeed\\.org\\\\?/version|\"items\"\\s*:\\s*\\[");
  private static final Pattern ADDRESS_LINE =
      Pattern.compile("https?://\\S++\\s*(?:\\s.*+)?", Pattern.DOTALL);

  private Sniffer() {}

  /// What stands at an address.
  public enum Kind {
    FEED,
    SITEMAP,
    OPML,
    HTML,
    PDF,
    OTHER
  }

  /// @param page the bytes, unpacked
  public static Kind kind(Page page) {
    return look(page).kind();
  }

  /// @return what was seen, for a message: `PDF document`, `PNG picture`, `XML <catalog>`
  public static String describe(Page page) {
    return look(page).seen();
  }

  private record Look(Kind kind, String seen) {}

  private static Look look(Page page) {
    byte[] body = page.body().array();
    byte[] head = body.length > LOOKED_AT_BYTES ? Arrays.copyOf(body, LOOKED_AT_BYTES) : body;
    if (head.length == 0) {
      return new Look(Kind.OTHER, "nothing: 0 bytes");
    }
    Look binary =
        binary(new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1));
    if (binary != null) {
      return binary;
    }
    String text =
        Charsets.decode(head, Charsets.detect(head, page.contentType(), Charsets.Kind.XML)).strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON_FEED.matcher(text).find()
          ? new Look(Kind.FEED, "JSON Feed")
          : new Look(Kind.OTHER, "JSON that is no feed");
    }
    Look marked = marked(text);
    if (marked != null) {
      return marked;
    }
    if (ADDRESS_LINE.matcher(text).matches()) {
      return new Look(Kind.SITEMAP, "list of addresses");
    }
    boolean saysHtml =
        page.contentType() != null && page.contentType().toLowerCase(Locale.ROOT).contains("html");
    String seen =
        SafeHtml.oneLine(text.length() > MAX_SEEN_CHARS ? text.substring(0, MAX_SEEN_CHARS) : text);
    return saysHtml
        ? new Look(Kind.HTML, "HTML page")
        : new Look(Kind.OTHER, "text «" + seen + "»");
  }

  private static @Nullable Look binary(String head) {
    if (head.contains("%PDF-")) {
      return new Look(Kind.PDF, "PDF document");
    }
    String name =
        head.startsWith("\u0089PNG")
            ? "PNG picture"
            : head.startsWith("\u00FF\u00D8\u00FF")
                ? "JPEG picture"
                : head.startsWith("GIF8")
                    ? "GIF picture"
                    : head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                        ? "WebP picture"
                        : head.startsWith("PK\u0003\u0004")
                            ? "ZIP archive or office document"
                            : head.startsWith("\u001F\u008B")
                                ? "gzip data"
                                : head.startsWith("\u00D0\u00CF\u0011\u00E0")
                                    ? "old office document"
                                    : head.startsWith("ftyp", 4)
                                        ? "MP4 video"
                                        : head.startsWith("ID3")
                                            ? "MP3 audio"
                                            : head.startsWith("WARC/") ? "WARC archive" : null;
    return name == null ? null : new Look(Kind.OTHER, name);
  }

  private static @Nullable Look marked(String text) {
    String bare = NO_TAG.matcher(text).replaceAll("");
    if (bare.regionMatches(true, 0, "<!doctype html", 0, 14)) {
      return new Look(Kind.HTML, "HTML page");
    }
    Matcher first = FIRST_TAG.matcher(bare);
    if (!first.find()) {
      return null;
    }
    Look look = byRoot(String.valueOf(first.group(1)));
    if (look != null) {
      return look;
    }
    Matcher later = LATER_ROOT.matcher(bare);
    Look second = later.find() ? byRoot(String.valueOf(later.group(1))) : null;
    if (second != null) {
      return second;
    }
    return text.startsWith("<?xml")
        ? new Look(Kind.OTHER, "XML <" + first.group(1) + ">")
        : new Look(Kind.HTML, "HTML page");
  }

  private static @Nullable Look byRoot(String tag) {
    String local = tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    return switch (local) {
      case "rss", "feed", "rdf", "channel" -> new Look(Kind.FEED, "feed <" + tag + ">");
      case "urlset", "sitemapindex" -> new Look(Kind.SITEMAP, "sitemap");
      case "opml" -> new Look(Kind.OPML, "OPML");
      case "html", "head", "body" -> new Look(Kind.HTML, "HTML page");
      default -> null;
    };
  }
}
