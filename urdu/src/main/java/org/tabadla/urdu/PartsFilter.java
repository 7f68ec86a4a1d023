package org.tabadla.urdu;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/// A filter that may make several terms of one, at positions of their own and all with the place of
/// the whole in the text, or none.
abstract class PartsFilter extends TokenFilter {
  final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private AttributeSource.@Nullable State whole;

  PartsFilter(TokenStream input) {
    super(input);
  }

  /// Looks at a term, and may change it.
  ///
  /// @return the terms that stand for it, when they are several or none; null for the one in {@link
  ///   #term}
  abstract @Nullable List<String> parts();

  @Override
  public final boolean incrementToken() throws IOException {
    if (!waiting.isEmpty()) {
      restoreState(whole);
      term.setEmpty().append(waiting.remove());
      step.setPositionIncrement(1);
      return true;
    }
    while (input.incrementToken()) {
      List<String> parts = parts();
      if (parts == null) {
        return true;
      }
      if (!parts.isEmpty()) {
        whole = captureState();
        waiting.addAll(parts.subList(1, parts.size()));
        term.setEmpty().append(parts.getFirst());
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    whole = null;
  }
}
