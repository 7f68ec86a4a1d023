package org.tabadla.urdu;

import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/// Writes apart what is written together as often as apart, so that both ways are the same terms at
/// the same positions, phrases too: «وزیراعظم» as «وزیر اعظم», «کیلئے» as «کے لئے». By a closed
/// list.
///
/// Works on terms of {@link UrduNormalizationFilter}.
///
/// ```
/// new UrduCompoundFilter(new UrduNormalizationFilter(words, Level.SEARCH));
/// ```
public final class UrduCompoundFilter extends PartsFilter {
  /// Most words are shorter than two that were written together.
  private static final int SHORTEST_CHARS = 4;

  private static final class Splits {
    static final CharArrayMap<List<String>> APART = new CharArrayMap<>(256, false);
    static final WordGate GATE = new WordGate();

    static {
      for (String[] row : Rows.of("splits.tsv", 2)) {
        String joined = UrduNormalizer.fold(row[0]);
        if (joined.length() < SHORTEST_CHARS) {
          throw new IllegalStateException("splits.tsv: shorter than looked for: " + joined);
        }
        GATE.add(joined);
        APART.put(joined, List.of(UrduNormalizer.fold(row[1]).split(" ", -1)));
      }
    }
  }

  public UrduCompoundFilter(TokenStream input) {
    super(input);
  }

  @Override
  @Nullable List<String> parts() {
    int n = term.length();
    char[] text = term.buffer();
    return n < SHORTEST_CHARS || !Splits.GATE.mayHave(text, 0, n)
        ? null
        : Splits.APART.get(text, 0, n);
  }
}
