package org.tabadla.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The embedded code lists of IATI 2.03, and the attributes that take their codes.
final class IatiCodes {
  private static final int MOST_FOUND = 50;

  /// Which list an attribute of an element takes; `parent/child` where the child's name alone is
  /// not enough.
  private static final Map<String, String> PLACES =
      Map.of(
          "activity-date@type", "ActivityDateType",
          "activity-status@code", "ActivityStatus",
          "budget@status", "BudgetStatus",
          "budget@type", "BudgetType",
          "planned-disbursement@type", "BudgetType",
          "document-link/category@code", "DocumentCategory",
          "participating-org@role", "OrganisationRole",
          "related-activity@type", "RelatedActivityType",
          "transaction-type@code", "TransactionType");

  private static final Map<String, Set<String>> LISTS = lists();

  private IatiCodes() {}

  private static Map<String, Set<String>> lists() {
    var lists = new HashMap<String, Set<String>>();
    for (String[] row : Resources.rows("iati/codes.tsv")) {
      lists.computeIfAbsent(row[0], _ -> new HashSet<>()).add(row[1]);
    }
    return lists;
  }

  /// @return the codes that their list does not have
  static List<Finding> unknown(XmlNode root) {
    var found = new ArrayList<Finding>();
    root.each(parent ->
        parent
            .elements()
            .forEach(child -> {
              child
                  .attributes()
                  .forEach((key, value) -> {
                    String list = PLACES.get(child.name() + "@" + key);
                    if (list == null) {
                      list = PLACES.get(parent.name() + "/" + child.name() + "@" + key);
                    }
                    if (list != null
                        && found.size() < MOST_FOUND
                        && !LISTS.getOrDefault(list, Set.of()).contains(value)) {
                      found.add(
                          new Finding(
                              child.place(),
                              child.name()
                                  + "/@"
                                  + key
                                  + " is \""
                                  + value
                                  + "\", no code of "
                                  + list));
                    }
                  });
            }));
    return found;
  }
}
