package org.tabadla.exchange.odrl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.tabadla.exchange.rdf.Names;

/// Which action is part of which: to allow `use` is to allow `read` (`odrl:includedIn`, closed
/// over).
final class Actions {
  private static final int DEEPEST = 8;
  private static final Map<String, String> INCLUDED_IN = table();

  private Actions() {}

  /// Whether an action is the other one or a part of it.
  static boolean isPartOf(String action, String whole) {
    String up = action;
    for (int i = 0; i < DEEPEST && up != null; i++) {
      if (up.equals(whole)) {
        return true;
      }
      up = INCLUDED_IN.get(up);
    }
    return false;
  }

  private static Map<String, String> table() {
    var table = new HashMap<String, String>();
    try (var stream = Actions.class.getResourceAsStream("actions.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("no actions.tsv");
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t", -1);
        if (!line.startsWith("#") && row.length == 2) {
          table.put(address(row[0]), address(row[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("actions.tsv", e);
    }
    return Map.copyOf(table);
  }

  private static String address(String name) {
    return name.contains(":") ? name : Names.ODRL + name;
  }
}
