package org.tabadla.formats;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The vocabularies of the IPTC that codes are commonly given from, by the alias of the IPTC's own
/// catalogue.
final class Vocabularies {
  private static final String HOME = "http://cv.iptc.org/newscodes/";

  private static final Map<String, String> BY_ALIAS =
      Map.ofEntries(
          Map.entry("medtop", HOME + "mediatopic/"),
          Map.entry("subj", HOME + "subjectcode/"),
          Map.entry("genre", HOME + "genre/"),
          Map.entry("ninat", HOME + "ninature/"),
          Map.entry("cpnat", HOME + "cpnature/"),
          Map.entry("nprov", HOME + "newsprovider/"),
          Map.entry("drol", HOME + "descriptionrole/"),
          Map.entry("hlrol", HOME + "headlinerole/"),
          Map.entry("rnd", HOME + "rendition/"),
          Map.entry("sig", HOME + "signal/"),
          Map.entry("stat", HOME + "pubstatusg2/"),
          Map.entry("ncostat", HOME + "newscoveragestatus/"),
          Map.entry("iso3166-1a2", "http://cvx.iptc.org/iso3166-1a2/"));

  private Vocabularies() {}

  /// @return the address of a code such as `medtop:04000000`, or null for an alias of someone
  ///   else's
  static @Nullable String address(String code) {
    int colon = code.indexOf(':');
    String home = colon < 0 ? null : BY_ALIAS.get(code.substring(0, colon));
    return home == null ? null : home + code.substring(colon + 1);
  }
}
