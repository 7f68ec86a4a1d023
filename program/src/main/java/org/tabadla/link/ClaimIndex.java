package org.tabadla.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tabadla.model.Lang;

/// Finds the claims that a post repeats, in its own language and in others. Start reading here.
///
/// Words count by BM25 over claim and title, pairs of words add to it, and what needs no common
/// language (names, numbers, words of the lexicon, sounds) finds claims in other languages. A claim
/// that the post holds as a whole comes before one of which it has a part.
///
/// A search costs nearly the same whatever the number of claims: only the rarest of what a post has
/// is followed through its lists ({@link ClaimQuestion}); what is common is looked up for the best
/// so found. Not thread-safe.
public final class ClaimIndex {
  /// How many matches a query gets at most.
  public static final int MOST_MATCHES = 100;

  private static final int MOST_BEGUN = 8;
  private static final int MOST_LOOKED_AT = 400;

  final List<String> ids = new ArrayList<>();
  private final Map<String, Short> numbers = new HashMap<>();
  private short[] langs = new short[16];
  private float[] weights = new float[16];

  /// Of how many claims {@link #weights} was made; 0 for never.
  private int[] weighed = new int[16];

  final ClaimWords words = new ClaimWords();
  final ClaimPairs pairs = new ClaimPairs(words);
  final ClaimPostings terms = new ClaimPostings();
  final ClaimPostings shared = new ClaimPostings();
  private final NavigableSet<String> vocabulary = new TreeSet<>();

  /// A claim and how well it answers; the score has no upper bound and compares within one query.
  public record Match(String id, double score) {}

  /// Takes a claim in.
  ///
  /// @param lang of the claim, or {@link Lang#UND} to have it guessed
  public void add(String id, Lang lang, String claim, String title) {
    ClaimTerms own = ClaimTerms.of(claim, lang);
    ClaimTerms headline = ClaimTerms.of(title, new Lang(own.lang()));
    if (ids.size() == langs.length) {
      langs = Arrays.copyOf(langs, langs.length * 2);
      weights = Arrays.copyOf(weights, langs.length);
      weighed = Arrays.copyOf(weighed, langs.length);
    }
    langs[ids.size()] = number(own.lang());
    ids.add(id);
    words.add(own, headline);
    terms.next();
    words.terms(ids.size() - 1, terms::add);
    shared.next();
    fill(own.shared(), 1);
    fill(headline.shared(), ClaimWords.TITLE);
    for (List<String> word : own.words()) {
      vocabulary.add(word.getFirst());
    }
  }

  private void fill(Bag bag, float factor) {
    for (int i = 0; i < bag.keys.length; i++) {
      shared.add((int) bag.keys[i], bag.weights[i] * factor);
    }
  }

  /// @return what all words of a claim weigh together; weighed again when the index has grown by a
  ///   tenth, for then they have become rarer
  float weight(int place) {
    if (weighed[place] == 0 || weighed[place] < (long) size() * 10 / 11) {
      var weight = new float[1];
      words.terms(place, (term, amount) -> weight[0] += (float) terms.rarity(term) * amount);
      weights[place] = weight[0];
      weighed[place] = size();
    }
    return weights[place];
  }

  /// @return the number of a language in this index
  short number(String lang) {
    return numbers.computeIfAbsent(lang, l -> (short) numbers.size());
  }

  short lang(int place) {
    return langs[place];
  }

  public int size() {
    return ids.size();
  }

  /// @param post a claim in somebody's words, a tweet with its marks
  /// @return the best first, at most {@link #MOST_MATCHES}; none that shares nothing
  public List<Match> search(String post, Lang lang) {
    return matches(ClaimTerms.of(ClaimQuery.plain(post), lang), List.of(), MOST_MATCHES);
  }

  /// Finds claims as people type: the last word may be the beginning of one.
  ///
  /// @param limit at most {@link #MOST_MATCHES}
  public List<Match> typed(String begun, Lang lang, int limit) {
    ClaimTerms query = ClaimTerms.of(ClaimQuery.plain(begun), lang);
    boolean ended = begun.isEmpty() || !Character.isLetterOrDigit(begun.charAt(begun.length() - 1));
    List<String> more =
        ended || query.words().isEmpty()
            ? List.of()
            : beginningWith(query.words().getLast().getFirst());
    return matches(query, more, Math.clamp(limit, 1, MOST_MATCHES));
  }

  /// @return the commonest of the words that begin so
  private List<String> beginningWith(String begun) {
    return vocabulary.subSet(begun, false, begun + Character.MAX_VALUE, false).stream()
        .limit(MOST_LOOKED_AT)
        .sorted(Comparator.comparingInt((String w) -> -terms.holding(ClaimTerms.key(w))))
        .limit(MOST_BEGUN)
        .toList();
  }

  private List<Match> matches(ClaimTerms query, List<String> more, int limit) {
    if (ids.isEmpty()) {
      return List.of();
    }
    pairs.grow();
    return new ClaimQuestion(this, query, more).best(limit);
  }
}
