package org.tabadla.urdu;

import java.util.Map;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;

/// Makes a filter that leaves out {@link UrduAnalyzer#stopWords}, by the name `urduStop`; none of
/// them is a name. To stand after `urduNormalization` and `urduCompound` and before `urduStem`.
///
/// Solr: `<filter name="urduStop"/>`.
public final class UrduStopFilterFactory extends TokenFilterFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urduStop";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduStopFilterFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduStopFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public StopFilter create(TokenStream input) {
    return new StopFilter(
        input, StopFilter.makeStopSet(UrduAnalyzer.stopWords().toArray(String[]::new)));
  }
}
