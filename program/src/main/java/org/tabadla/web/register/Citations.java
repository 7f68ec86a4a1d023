package org.tabadla.web.register;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;

/// How a commitment and what its sources say is cited.
final class Citations {
  private Citations() {}

  /// @return plain words for the entry and for each source, then the same as BibTeX
  static List<String> of(Commitment commitment, String heading, String address) {
    var plain = new StringBuilder();
    plain.append(heading).append(". Tabadla register, ").append(commitment.id()).append(", ");
    plain.append(commitment.last().atOffset(ZoneOffset.UTC).toLocalDate()).append(". ");
    plain.append(address);
    var bibtex = new StringBuilder();
    var out = new ArrayList<String>();
    for (Assertion a : commitment.assertions()) {
      String day = a.origin().said().atOffset(ZoneOffset.UTC).toLocalDate().toString();
      plain.append('\n').append(a.origin().name()).append(", “").append(a.origin().title());
      plain.append("”, ").append(day).append(at(a.origin().url()));
      bibtex.append("@misc{").append(a.id()).append(",\n  author = {{");
      bibtex.append(braced(a.origin().name())).append("}},\n  title = {{");
      bibtex
          .append(braced(a.origin().title()))
          .append("}},\n  date = {")
          .append(day)
          .append("},\n");
      if (a.origin().url() != null) {
        bibtex.append("  url = {").append(braced(a.origin().url())).append("},\n");
      }
      bibtex.append("  note = {Tabadla register, ").append(commitment.id()).append("}\n}\n");
    }
    out.add(plain.toString());
    out.add(bibtex.toString().strip());
    return out;
  }

  private static String at(@Nullable String url) {
    return url == null ? "." : ". " + url;
  }

  private static String braced(String words) {
    return words.replace("{", "(").replace("}", ")").replace("\\", "/");
  }
}
