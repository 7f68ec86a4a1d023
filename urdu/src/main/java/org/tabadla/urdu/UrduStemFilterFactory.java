package org.tabadla.urdu;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/// Makes {@link UrduStemFilter} by the name `urduStem`.
///
/// Solr: `<filter name="urduStem"/>`; OpenSearch and CustomAnalyzer: `urduStem`.
public final class UrduStemFilterFactory extends TokenFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduStem";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduStemFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduStemFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduStemFilter create(TokenStream input) {
    return new UrduStemFilter(input);
  }
}
