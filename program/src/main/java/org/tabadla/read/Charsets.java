package org.tabadla.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the charset of a page or feed, in this order: byte-order mark, `Content-Type` header, meta
/// tag or XML declaration, the bytes. A label that the bytes disprove is overruled: valid UTF-8
/// with letters beyond ASCII is UTF-8 whatever its label says, and broken UTF-8 is not.
public final class Charsets {
  private static final int DECLARATION_MAX_BYTES = 1024;

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']\\s*([\\w.:-]+)\\s*[\"']");

  private Charsets() {}

  /// Which rules of labelling hold.
  public enum Kind {
    HTML,
    XML
  }

  /// @param contentType the header, or null when there is none
  /// @return the WHATWG name in lower case; of XML also `us-ascii`, `iso-8859-1` and UTF-32
  public static String detect(byte[] body, @Nullable String contentType, Kind kind) {
    return detect(body, contentType, kind, CharsetEvidence.of(body));
  }

  private static String detect(
      byte[] body, @Nullable String contentType, Kind kind, CharsetEvidence evidence) {
    String mark = mark(body, kind);
    if (mark != null) {
      return mark;
    }
    return switch (kind) {
      case HTML -> html(body, contentType, evidence);
      case XML -> xml(body, contentType, evidence);
    };
  }

  /// @param text without a byte-order mark, mended as by {@link Leftovers}; what cannot be decoded
  ///   becomes U+FFFD
  /// @param charset as {@link #detect} gives it
  public record Decoded(String text, String charset) {}

  /// Detects and decodes.
  public static Decoded read(byte[] body, @Nullable String contentType, Kind kind) {
    CharsetEvidence evidence = CharsetEvidence.of(body);
    String charset = detect(body, contentType, kind, evidence);
    String text = decode(body, charset);
    boolean clean = charset.equals("utf-8") && !evidence.leftovers();
    return new Decoded(clean ? text : Leftovers.mended(text), charset);
  }

  /// Detects and decodes XML or JSON.
  ///
  /// @return the text as {@link #read} gives it, and mended as by {@link XmlText#repaired}
  static String text(byte[] body, @Nullable String contentType) {
    CharsetEvidence evidence = CharsetEvidence.of(body);
    String charset = detect(body, contentType, Kind.XML, evidence);
    String text = decode(body, charset);
    boolean utf8 = charset.equals("utf-8");
    String mended = utf8 && !evidence.leftovers() ? text : Leftovers.mended(text);
    return utf8 && !evidence.controls() ? mended : XmlText.repaired(mended);
  }

  /// @return the text, without a byte-order mark; what cannot be decoded becomes U+FFFD
  public static String decode(byte[] body, String charset) {
    String text = new String(body, CharsetLabels.decoder(charset));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @Nullable String mark(byte[] b, Kind kind) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return "utf-8";
    }
    if (kind == Kind.XML && (starts(b, 0xFF, 0xFE, 0, 0) || starts(b, '<', 0, 0, 0))) {
      return "utf-32le";
    }
    if (kind == Kind.XML && (starts(b, 0, 0, 0xFE, 0xFF) || starts(b, 0, 0, 0, '<'))) {
      return "utf-32be";
    }
    if (kind == Kind.XML && b.length > 3 && b[0] == '<' && b[1] == 0 && b[2] != 0 && b[3] == 0) {
      return "utf-16le";
    }
    if (kind == Kind.XML && b.length > 3 && b[0] == 0 && b[1] == '<' && b[2] == 0 && b[3] != 0) {
      return "utf-16be";
    }
    if (starts(b, 0xFF, 0xFE) || starts(b, '<', 0, '?', 0) || starts(b, '<', 0, '!', 0)) {
      return "utf-16le";
    }
    if (starts(b, 0xFE, 0xFF) || starts(b, 0, '<', 0, '?') || starts(b, 0, '<', 0, '!')) {
      return "utf-16be";
    }
    return null;
  }

  private static boolean starts(byte[] body, int... with) {
    if (body.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((body[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static String html(byte[] body, @Nullable String contentType, CharsetEvidence evidence) {
    if (evidence.isUtf8()) {
      return "utf-8";
    }
    String header = MetaPrescan.ofContentType(contentType);
    String meta = MetaPrescan.find(body);
    String label = header != null ? header : meta;
    if (evidence.isAscii()) {
      return label != null ? label : evidence.escapes() ? "iso-2022-jp" : "windows-1252";
    }
    // Servers that label everything Latin-1 or UTF-8 say less than the page itself.
    if (meta != null && (label == null || isDefault(label))) {
      label = meta;
    }
    return label != null && !isDefault(label) ? believed(body, label) : guess(body, label);
  }

  /// A label of one script on the bytes of another is not believed.
  private static String believed(byte[] body, String label) {
    String other = CharsetEvidence.disproof(body, label);
    return other == null ? label : other;
  }

  /// Labels that are put on everything unseen.
  private static boolean isDefault(String label) {
    return label.startsWith("utf-") || "windows-1252".equals(label);
  }

  private static String guess(byte[] body, @Nullable String likely) {
    String legacy = CharsetEvidence.legacy(body, likely);
    return legacy != null ? legacy : "windows-1252";
  }

  private static String xml(byte[] body, @Nullable String contentType, CharsetEvidence evidence) {
    if (evidence.isUtf8()) {
      return "utf-8";
    }
    String header = xmlName(MetaPrescan.rawOfContentType(contentType));
    if (evidence.isAscii() && header == null && isText(contentType)) {
      return "us-ascii"; // RFC 3023, section 3.1
    }
    String label = header != null ? header : declared(body);
    if (evidence.isAscii()) {
      return label != null ? label : "utf-8";
    }
    if (label == null || label.startsWith("utf-") || "us-ascii".equals(label)) {
      return guess(body, label);
    }
    return believed(body, label);
  }

  /// XML keeps apart what the web treats as one.
  private static @Nullable String xmlName(@Nullable String label) {
    String name = CharsetLabels.name(label);
    if (label == null || name == null) {
      return null;
    }
    String bare = label.strip().toLowerCase(Locale.ROOT);
    if ("gbk".equals(name)) {
      return "gb18030";
    }
    return "us-ascii".equals(bare) || "iso-8859-1".equals(bare) ? bare : name;
  }

  private static boolean isText(@Nullable String contentType) {
    return contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).startsWith("text/")
        && contentType.contains("xml");
  }

  private static @Nullable String declared(byte[] body) {
    int size = Math.min(body.length, DECLARATION_MAX_BYTES);
    Matcher m = DECLARED.matcher(new String(body, 0, size, StandardCharsets.ISO_8859_1));
    return m.find() ? xmlName(m.group(1)) : null;
  }
}
