package org.tabadla.urdu;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/// Makes {@link UrduTokenizer} by the name `urdu`.
///
/// Solr: `<tokenizer name="urdu"/>`; OpenSearch and CustomAnalyzer: `urdu`.
public final class UrduTokenizerFactory extends TokenizerFactory {
  /// The name that schemas call it by.
  public static final String NAME = "urdu";

  /// @throws IllegalArgumentException for an argument it does not know
  public UrduTokenizerFactory(Map<String, String> args) {
    super(args);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /// For the service loader only, which needs it and does not call it.
  public UrduTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public UrduTokenizer create(AttributeFactory factory) {
    return new UrduTokenizer(factory);
  }
}
