package org.tabadla.urdu;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;

/// Makes {@link UrduCharFilter} by the name `urduNormalization`.
///
/// Solr: `<charFilter name="urduNormalization"/>`; OpenSearch and CustomAnalyzer:
/// `urduNormalization`.
public final class UrduCharFilterFactory extends CharFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduNormalization";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduCharFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduCharFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduCharFilter create(Reader input) {
    return new UrduCharFilter(input);
  }
}
