package org.tabadla.search;

import java.util.List;

/// A query as its writer meant it, before any language is looked at.
sealed interface Expression {
  /// @return whether words, rather than filters alone, are searched for
  boolean hasWords();

  record Word(String text) implements Expression {
    @Override
    public boolean hasWords() {
      return true;
    }
  }

  /// Words in this order, next to one another.
  record Phrase(String text) implements Expression {
    @Override
    public boolean hasWords() {
      return true;
    }
  }

  /// @param value as written, without quotes
  record Filter(Field field, String value) implements Expression {
    @Override
    public boolean hasWords() {
      return false;
    }
  }

  record Not(Expression of) implements Expression {
    @Override
    public boolean hasWords() {
      return of.hasWords();
    }
  }

  record And(List<Expression> of) implements Expression {
    @Override
    public boolean hasWords() {
      return of.stream().anyMatch(Expression::hasWords);
    }
  }

  record Or(List<Expression> of) implements Expression {
    @Override
    public boolean hasWords() {
      return of.stream().anyMatch(Expression::hasWords);
    }
  }

  /// What may stand before a colon, by its name in lower case.
  enum Field {
    SOURCE,
    LANG,
    KEYWORD,
    NAME,
    TOPIC,
    AFTER,
    BEFORE
  }
}
