package org.tabadla.read;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.tabadla.address.Address;

/// Makes the markup of outlets ready for the policy of {@link SafeHtml}: links absolute, and what
/// stands in a frame for readers without frames kept.
///
/// @param next takes what is ready
/// @param base what links are relative to; null leaves them as they are
record FeedMarkup(HtmlStreamEventReceiver next, @Nullable String base)
    implements HtmlStreamEventReceiver {
  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");
  private static final Set<String> FRAMES = Set.of("iframe", "object", "applet");

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
    for (int i = 0; base != null && i + 1 < attributes.size(); i += 2) {
      if (ADDRESSES.contains(attributes.get(i))) {
        String resolved = Address.parse(attributes.get(i + 1), base);
        attributes.set(i + 1, resolved == null ? "" : resolved);
      }
    }
    next.openTag(elementName, attributes);
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
