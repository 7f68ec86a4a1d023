package org.tabadla.urdu;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/// Makes {@link UrduAcronymFilter} by the name `urduAcronym`.
///
/// Solr: `<filter name="urduAcronym"/>`; OpenSearch and CustomAnalyzer: `urduAcronym`.
public final class UrduAcronymFilterFactory extends TokenFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduAcronym";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduAcronymFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduAcronymFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduAcronymFilter create(TokenStream input) {
    return new UrduAcronymFilter(input);
  }
}
