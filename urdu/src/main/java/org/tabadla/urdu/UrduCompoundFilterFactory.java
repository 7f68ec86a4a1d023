package org.tabadla.urdu;

import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/// Makes {@link UrduCompoundFilter} by the name `urduCompound`.
///
/// Solr: `<filter name="urduCompound"/>`; OpenSearch and CustomAnalyzer: `urduCompound`.
public final class UrduCompoundFilterFactory extends TokenFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduCompound";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduCompoundFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduCompoundFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduCompoundFilter create(TokenStream input) {
    return new UrduCompoundFilter(input);
  }
}
