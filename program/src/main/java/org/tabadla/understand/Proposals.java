package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Span;

/// What may be names in a text, each with a strength; the strongest that do not overlap are taken,
/// and what was taken once is known wherever it comes again.
final class Proposals {
  private static final int MOST = 4_000;
  private static final int SHORTEST_LAST_NAME_CHARS = 3;

  private final String text;
  private final Lang lang;
  private final List<Token> tokens;
  private final List<Proposal> all = new ArrayList<>();

  /// Whether a token stands in a proposal of the tables.
  private final boolean[] known;

  private final boolean[] knownPlace;

  /// @param from index of the first token
  /// @param to index after the last
  private record Proposal(
      int from, int to, Name.Kind kind, double strength, @Nullable String concept) {}

  Proposals(String text, Lang lang, List<Token> tokens) {
    this.text = text;
    this.lang = lang;
    this.tokens = tokens;
    this.known = new boolean[tokens.size()];
    this.knownPlace = new boolean[tokens.size()];
  }

  void add(int from, int to, Name.Kind kind, double strength) {
    if (from < to && all.size() < MOST) {
      all.add(new Proposal(from, to, kind, strength, null));
    }
  }

  /// Takes in what the tables of concepts know.
  ///
  /// @param strength of a concept of a kind
  void addConcepts(java.util.function.ToDoubleFunction<Name.Kind> strength) {
    int at = 0;
    for (Concepts.Mention mention : Concepts.in(text, lang)) {
      while (at < tokens.size() && tokens.get(at).end() <= mention.span().start()) {
        at++;
      }
      int to = at;
      while (to < tokens.size() && tokens.get(to).start() < mention.span().end()) {
        known[to] = true;
        knownPlace[to] = mention.kind() == Name.Kind.PLACE;
        to++;
      }
      if (at < to) {
        double own = strength.applyAsDouble(mention.kind()) + to - at;
        all.add(new Proposal(at, to, mention.kind(), own, mention.concept()));
      }
    }
  }

  /// @return whether a token is one of some marks
  boolean isOneOf(int token, String marks) {
    return tokens.get(token).isMark() && marks.indexOf(text.charAt(tokens.get(token).start())) >= 0;
  }

  boolean isKnownPlace(int token) {
    return token >= 0 && knownPlace[token];
  }

  boolean isKnown(int token) {
    return known[token];
  }

  /// @return mentions in text order, none within another
  List<Named> taken() {
    all.sort(
        Comparator.comparingDouble(Proposal::strength)
            .reversed()
            .thenComparing(Comparator.comparingInt((Proposal p) -> p.to - p.from).reversed())
            .thenComparingInt(Proposal::from));
    var free = new boolean[tokens.size()];
    java.util.Arrays.fill(free, true);
    List<Proposal> out = new ArrayList<>();
    for (Proposal p : all) {
      if (isFree(free, p.from, p.to)) {
        java.util.Arrays.fill(free, p.from, p.to, false);
        out.add(p);
      }
    }
    out.sort(Comparator.comparingInt(Proposal::from));
    return named(out, free);
  }

  private static boolean isFree(boolean[] free, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!free[i]) {
        return false;
      }
    }
    return true;
  }

  private List<Named> named(List<Proposal> taken, boolean[] free) {
    Map<String, Named> byWords = new HashMap<>();
    Map<String, Named> byLastName = new HashMap<>();
    List<Named> out = new ArrayList<>();
    for (Proposal p : taken) {
      Named named = named(p);
      out.add(named);
      if (p.kind == Name.Kind.PERSON && p.to - p.from > 1) {
        byLastName.putIfAbsent(tokens.get(p.to - 1).key(), named);
      }
      if (p.to - p.from > 1 || p.concept == null) {
        byWords.putIfAbsent(tokens.get(p.from).key() + " " + (p.to - p.from), named);
      }
    }
    again(byWords, free, out);
    lastNames(byLastName, free, out);
    out.sort(Comparator.comparingInt(n -> n.span().start()));
    return List.copyOf(out);
  }

  private Named named(Proposal p) {
    var span = new Span(tokens.get(p.from).start(), tokens.get(p.to - 1).end());
    String key = p.concept != null ? p.concept : NameKey.of(span.of(text), p.kind, lang);
    return new Named(span, p.kind, key, p.concept);
  }

  /// The same words again, where nothing told that they are a name.
  private void again(Map<String, Named> byWords, boolean[] free, List<Named> out) {
    List<Named> found = List.copyOf(byWords.values());
    Map<String, List<Named>> byFirst = new HashMap<>();
    for (Named named : found) {
      byFirst.computeIfAbsent(firstKey(named), k -> new ArrayList<>()).add(named);
    }
    for (int i = 0; i < tokens.size(); i++) {
      for (Named named : byFirst.getOrDefault(tokens.get(i).key(), List.of())) {
        int length = named.span().end() - named.span().start();
        int start = tokens.get(i).start();
        if (free[i] && text.regionMatches(start, text, named.span().start(), length)) {
          int to = i;
          while (to < tokens.size() && tokens.get(to).start() < start + length) {
            to++;
          }
          if (isFree(free, i, to) && tokens.get(to - 1).end() == start + length) {
            java.util.Arrays.fill(free, i, to, false);
            out.add(
                new Named(
                    new Span(start, start + length), named.kind(), named.key(), named.concept()));
          }
        }
      }
    }
  }

  private String firstKey(Named named) {
    for (Token token : tokens) {
      if (token.start() == named.span().start()) {
        return token.key();
      }
    }
    return "";
  }

  /// A person who was named in full is named by the last name after that.
  private void lastNames(Map<String, Named> byLastName, boolean[] free, List<Named> out) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Named named = free[i] ? byLastName.get(token.key()) : null;
      if (named != null
          && token.key().length() >= SHORTEST_LAST_NAME_CHARS
          && token.start() > named.span().end()
          && CommonWords.commonness(token.key(), lang) == 0) {
        out.add(
            new Named(
                new Span(token.start(), token.end()), named.kind(), named.key(), named.concept()));
      }
    }
  }
}
