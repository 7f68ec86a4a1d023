package org.tabadla.read;

import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.tabadla.address.Address;

/// Makes the markup of outlets ready for the policy of {@link SafeHtml}: links absolute, and what
/// stands in a frame for readers without frames kept.
final class FeedMarkup implements HtmlStreamEventReceiver {
  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");
  private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/\\\\]");
  private static final int MAX_ATTRIBUTES = 200;
  private static final Set<String> FRAMES = Set.of("iframe", "object", "applet");

  private final HtmlStreamEventReceiver next;
  private final @Nullable String base;
  private int resolvedChars;

  /// @param next takes what is ready
  /// @param base what links are relative to; null leaves them as they are
  FeedMarkup(HtmlStreamEventReceiver next, @Nullable String base) {
    this.next = next;
    this.base = base;
  }

  @Override
  public void openDocument() {
    next.openDocument();
  }

  @Override
  public void closeDocument() {
    next.closeDocument();
  }

  @Override
  public void openTag(String elementName, List<String> attributes) {
    if (FRAMES.contains(elementName)) {
      return;
    }
    if (attributes.size() > 2 * MAX_ATTRIBUTES) {
      attributes.clear();
    }
    resolve(attributes);
    next.openTag(elementName, attributes);
  }

  /// The list is a linked one: it must be walked, not indexed.
  private void resolve(List<String> attributes) {
    if (base == null) {
      return;
    }
    ListIterator<String> each = attributes.listIterator();
    while (each.hasNext()) {
      boolean address = ADDRESSES.contains(each.next());
      if (each.hasNext()) {
        String value = each.next();
        if (address && !ABSOLUTE.matcher(value).lookingAt()) {
          String resolved =
              resolvedChars > SafeHtml.MAX_HTML_CHARS ? null : Address.parse(value, base);
          each.set(resolved == null ? "" : resolved);
          resolvedChars += resolved == null ? 0 : resolved.length();
        }
      }
    }
  }

  @Override
  public void closeTag(String elementName) {
    if (!FRAMES.contains(elementName)) {
      next.closeTag(elementName);
    }
  }

  @Override
  public void text(String text) {
    next.text(text);
  }
}
