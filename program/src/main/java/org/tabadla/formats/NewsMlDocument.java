package org.tabadla.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// The items of a NewsML-G2 document, which is one item or a news message of several.
final class NewsMlDocument {
  private static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private NewsMlDocument() {}

  /// @return the items of a document; those that a package refers to within a message stand in the
  ///   package too
  static List<NewsItem> read(XmlNode root) {
    var roots = new ArrayList<XmlNode>();
    if (ITEMS.contains(root.name())) {
      roots.add(root);
    }
    for (XmlNode set : root.children("itemSet")) {
      set.elements().filter(e -> ITEMS.contains(e.name())).forEach(roots::add);
    }
    List<NewsItem> items = roots.stream().map(NewsMlReader::item).toList();
    return items.size() > 1 ? joined(items) : items;
  }

  private static List<NewsItem> joined(List<NewsItem> items) {
    var byUri = new HashMap<String, NewsItem>();
    items.forEach(item -> byUri.put(item.uri(), item));
    var out = new ArrayList<NewsItem>();
    var within = new ArrayList<String>();
    for (NewsItem item : items) {
      List<Association> full =
          item.associations().stream()
              .map(a -> {
                NewsItem whole = byUri.get(a.item().uri());
                if (whole == null || whole.equals(item) || !whole.associations().isEmpty()) {
                  return a;
                }
                within.add(whole.uri());
                return new Association(a.name(), a.rel(), whole);
              })
              .toList();
      out.add(item.withAssociations(full));
    }
    out.removeIf(item -> within.contains(item.uri()));
    return out;
  }
}
