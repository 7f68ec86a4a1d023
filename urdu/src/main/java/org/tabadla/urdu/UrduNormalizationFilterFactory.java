package org.tabadla.urdu;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.tabadla.urdu.UrduNormalizationFilter.Level;

/// Makes {@link UrduNormalizationFilter} by the name `urduNormalization`.
///
/// Solr: `<filter name="urduNormalization" level="display"/>`; `level` is `display` or `search`,
/// which is what it is without.
public final class UrduNormalizationFilterFactory extends TokenFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduNormalization";

  private final Level level;

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduNormalizationFilterFactory(Map<String, String> args) {
    super(args);
    String name = get(args, "level", List.of("display", "search"), "search");
    this.level = Level.valueOf(name.toUpperCase(Locale.ROOT));
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduNormalizationFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduNormalizationFilter create(TokenStream input) {
    return new UrduNormalizationFilter(input, level);
  }
}
