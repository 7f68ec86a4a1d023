package org.tabadla.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Atom's text constructs, persons and links: [RFC 4287
/// §3](https://www.rfc-editor.org/rfc/rfc4287), with the `mode` of Atom 0.3.
final class AtomText {
  private static final Pattern HTML_LIKE =
      Pattern.compile("</[a-zA-Z]|<(?:br|img|hr|p)[\\s/>]|&(?:[a-zA-Z]{2,8}|#\\d{1,6});");
  private static final Pattern BINARY = Pattern.compile("(?:image|audio|video|font)/");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
  private static final Set<String> PLAIN = Set.of("text", "text/plain", "plain");
  private static final Set<String> PAGES = Set.of("", "text/html", "application/xhtml+xml", "html");
  private static final String RELATIONS = "http://www.iana.org/assignments/relation/";

  private AtomText() {}

  /// @return what it holds as HTML, not yet safe
  static String html(XmlElement construct) {
    String type = lower(construct.attribute("type"));
    String mode = lower(construct.attribute("mode"));
    String text = construct.text();
    String decoded = isBase64(type, mode) ? base64(text) : null;
    if (decoded != null) {
      return decoded;
    }
    if (mode.equals("escaped") && !PLAIN.contains(type)) {
      return text;
    }
    if (construct.hasElements()) {
      return construct.markup();
    }
    if (type.isEmpty() && isHtmlLike(text)) {
      return text;
    }
    return isHtml(type) ? text : XmlElement.escaped(text);
  }

  /// @return what it holds as one line of plain text
  static String plain(XmlElement construct) {
    String type = lower(construct.attribute("type"));
    boolean escaped = type.isEmpty() && !construct.hasElements();
    // Many feeds leave out that a title is HTML.
    return SafeHtml.plain(escaped ? untyped(construct) : html(construct));
  }

  private static String untyped(XmlElement construct) {
    String text = construct.text();
    boolean base64 = lower(construct.attribute("mode")).equals("base64");
    return base64 ? html(construct) : isHtmlLike(text) ? text : XmlElement.escaped(text);
  }

  private static boolean isHtmlLike(String text) {
    boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    return marked && HTML_LIKE.matcher(text).find();
  }

  private static boolean isHtml(String type) {
    return type.equals("html") || type.equals("text/html");
  }

  private static boolean isBase64(String type, String mode) {
    if (mode.equals("base64")) {
      return true;
    }
    return type.equals("application/octet-stream") || BINARY.matcher(type).lookingAt();
  }

  private static @Nullable String base64(String text) {
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(text.strip());
      String words = new String(decoded, StandardCharsets.UTF_8);
      boolean picture = words.indexOf('\uFFFD') >= 0 || CONTROL.matcher(words).find();
      return picture ? "" : XmlText.repaired(words);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  static PersonText person(XmlElement person) {
    XmlElement name = child(person, "name");
    XmlElement email = child(person, "email");
    var found = PersonText.of(name == null ? ownText(person, email) : name.text());
    return email == null ? found : new PersonText(found.name(), email.text().strip());
  }

  private static @Nullable String ownText(XmlElement person, @Nullable XmlElement email) {
    return email == null && !person.hasElements() ? person.text() : null;
  }

  /// @return the child of that name in Atom's namespace or none
  static @Nullable XmlElement child(XmlElement in, String name) {
    for (XmlElement e : in.elements()) {
      if (e.name().equals(name) && isAtom(e)) {
        return e;
      }
    }
    return null;
  }

  static boolean isAtom(XmlElement e) {
    return e.space().equals("atom") || e.space().isEmpty();
  }

  /// @return the page that an entry or feed is of: the first alternate that a browser shows
  static @Nullable String alternate(
      List<XmlElement> links, @Nullable String base, FeedContext context) {
    String other = null;
    for (XmlElement link : links) {
      String rel = lower(link.attribute("rel"));
      rel = rel.startsWith(RELATIONS) ? rel.substring(RELATIONS.length()) : rel;
      if (!rel.isEmpty() && !rel.equals("alternate")) {
        continue;
      }
      String href = link.attribute("href");
      String own = link.attribute("xml:base") == null ? base : link.base(context.document());
      String found = context.link(href == null ? link.text() : href, own);
      if (found != null && PAGES.contains(lower(link.attribute("type")))) {
        return found;
      }
      other = other == null ? found : other;
    }
    return other;
  }
}
