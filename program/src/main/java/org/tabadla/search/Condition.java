package org.tabadla.search;

import java.util.List;

/// What a query asks of an article, in the numbers of a {@link Vocabulary}: all that is left of a
/// Lucene query where nothing is ranked. Made by {@link Conditions}.
sealed interface Condition {
  boolean holds(ArticleTerms article);

  record Has(int term) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      return article.has(term);
    }
  }

  /// One of the terms stands so many positions after the phrase's first.
  record Place(int offset, List<Integer> terms) {
    private boolean heldAt(ArticleTerms article, int start) {
      for (int term : terms) {
        if (article.hasAt(term, start + offset)) {
          return true;
        }
      }
      return false;
    }
  }

  /// @param places at least one
  record Phrase(List<Place> places) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      Place first = places.getFirst();
      for (int term : first.terms()) {
        for (int position : article.positions(term)) {
          if (startsAt(article, position - first.offset())) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean startsAt(ArticleTerms article, int start) {
      for (Place place : places) {
        if (!place.heldAt(article, start)) {
          return false;
        }
      }
      return true;
    }
  }

  record All(List<Condition> of) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      for (Condition one : of) {
        if (!one.holds(article)) {
          return false;
        }
      }
      return true;
    }
  }

  record Any(List<Condition> of) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      for (Condition one : of) {
        if (one.holds(article)) {
          return true;
        }
      }
      return false;
    }
  }

  record Not(Condition of) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      return !of.holds(article);
    }
  }

  /// @param from,to milliseconds since 1970, both within
  record Between(long from, long to) implements Condition {
    @Override
    public boolean holds(ArticleTerms article) {
      return from <= article.when() && article.when() <= to;
    }
  }
}
