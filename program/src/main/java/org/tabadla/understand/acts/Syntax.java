package org.tabadla.understand.acts;

import java.util.List;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Where a language puts those who act.
sealed interface Syntax permits UrduSyntax, EnglishSyntax, ChineseSyntax, RussianSyntax {
  /// @return the first word of the clause that the words of an act stand in
  int clauseStart(Sentence s, Hit act);

  /// @param denial whether the whole sentence is to be searched: who denies, and whom it is about
  /// @return the spans of those who act, the doer first; none where the sentence names nobody
  List<Span> parties(Sentence s, Hit act, boolean denial);

  /// @param signers the words that a list of those who signed begins after
  /// @return the spans of the listed names
  List<Span> listed(Sentence s, Hit signers);

  /// @param lang one that acts are read in
  static Syntax of(String lang) {
    return switch (lang) {
      case "en" -> new EnglishSyntax();
      case "zh" -> new ChineseSyntax();
      case "ru" -> new RussianSyntax();
      default -> new UrduSyntax();
    };
  }
}
