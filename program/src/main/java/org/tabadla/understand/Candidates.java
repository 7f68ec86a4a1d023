package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.language.CalendarWords;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Collects what may be a keyword of an article: one to three words that begin and end with no word
/// of grammar, and every name.
final class Candidates {
  private static final int MOST_WORDS = 3;
  private static final int MOST_TOKENS = 3_000;
  private static final int SHORTEST_CHARS = 2;
  private static final int SHORTEST_ALONE_CHARS = 3;
  private static final int LEAD_TOKENS = 45;

  private final Lang lang;
  private final Map<String, Candidate> all = new HashMap<>();
  private int tokens;
  private int titleTokens;

  private Candidates(Lang lang) {
    this.lang = lang;
  }

  static Candidates of(
      String title, List<Named> titleNames, String text, List<Named> textNames, Lang lang) {
    var out = new Candidates(lang);
    out.collect(title, titleNames, true);
    out.titleTokens = out.tokens;
    out.collect(text, textNames, false);
    out.countWithin();
    return out;
  }

  Collection<Candidate> all() {
    return all.values();
  }

  double[] measure(Candidate c) {
    return KeywordWeights.measure(c, tokens, titleTokens);
  }

  private void collect(String text, List<Named> names, boolean title) {
    List<Token> words = Token.of(text, lang, MOST_TOKENS);
    int name = 0;
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      while (name < names.size() && names.get(name).span().end() <= word.start()) {
        name++;
      }
      Span within = name < names.size() ? names.get(name).span() : null;
      if (within != null && within.start() == word.start()) {
        name(text, words, i, names.get(name), title);
      }
      if (!word.isMark() && !word.stop()) {
        phrases(text, words, i, within, title);
      }
    }
    tokens += words.size();
  }

  /// A name is one keyword, however its words look: «ایس سی او» is not «ایس».
  private void name(String text, List<Token> words, int at, Named name, boolean title) {
    int last = at;
    while (last + 1 < words.size() && words.get(last + 1).start() < name.span().end()) {
      last++;
    }
    String shown = name.span().of(text);
    String key = Letters.fold(shown, lang);
    if (key.isBlank() || words.get(last).end() != name.span().end()) {
      return;
    }
    Candidate c = candidate(key, shown, words, at, last);
    c.kind = name.kind();
    if (last - at + 1 > MOST_WORDS || words.get(at).stop() || words.get(last).stop()) {
      seen(c, words, at, last, title);
    }
  }

  private void phrases(
      String text,
      List<Token> words,
      int from,
      @org.jspecify.annotations.Nullable Span name,
      boolean title) {
    var key = new StringBuilder();
    for (int to = from; to < words.size() && to < from + MOST_WORDS; to++) {
      Token last = words.get(to);
      if (last.isMark()) {
        return;
      }
      key.append(to == from ? "" : " ").append(last.key());
      if (last.stop() || !isWord(words, from, to)) {
        continue;
      }
      int start = words.get(from).start();
      String shown = text.substring(start, last.end());
      Candidate c = candidate(keyOf(key, shown), shown, words, from, to);
      seen(c, words, from, to, title);
      if (name != null && crosses(name, start, last.end())) {
        c.withinName++;
      }
    }
  }

  /// Chinese writes no spaces, so its keys have none.
  private String keyOf(StringBuilder key, String shown) {
    return shown.indexOf(' ') < 0 && key.indexOf(" ") >= 0
        ? key.toString().replace(" ", "")
        : key.toString();
  }

  private static boolean crosses(Span name, int start, int end) {
    boolean same = name.start() == start && name.end() == end;
    boolean covers = start <= name.start() && name.end() <= end;
    return !same && !covers && start < name.end() && name.start() < end;
  }

  private boolean isWord(List<Token> words, int from, int to) {
    Token first = words.get(from);
    if (from == to) {
      boolean ideographs = Character.isIdeographic(first.key().codePointAt(0));
      int shortest = ideographs ? SHORTEST_CHARS : SHORTEST_ALONE_CHARS;
      boolean known = first.key().length() >= shortest || first.key().length() == 2;
      return known
          && Character.isLetter(first.key().codePointAt(0))
          && !CalendarWords.contains(first.key(), lang);
    }
    return first.hasLetter() || words.get(to).hasLetter();
  }

  private Candidate candidate(String key, String shown, List<Token> words, int from, int to) {
    Candidate known = all.get(key);
    if (known != null) {
      return known;
    }
    double sum = 0;
    double most = 0;
    int own = 0;
    boolean tied = false;
    for (int i = from; i <= to; i++) {
      Token word = words.get(i);
      if (word.stop()) {
        tied = true;
      } else if (!word.isMark()) {
        double common = CommonWords.commonness(word.key(), lang);
        sum += common;
        most = Math.max(most, common);
        own++;
      }
    }
    double mean = own == 0 ? 0 : sum / own;
    var made = new Candidate(key, shown, to - from + 1, tokens + from, mean, most, tied);
    all.put(key, made);
    return made;
  }

  private void seen(Candidate c, List<Token> words, int from, int to, boolean title) {
    c.count++;
    boolean opens = from == 0 || words.get(from - 1).isMark();
    boolean closes = to + 1 == words.size() || words.get(to + 1).isMark();
    c.capital += words.get(from).upper() && words.get(to).upper() && (!opens || to > from) ? 1 : 0;
    c.afterStop += opens || words.get(from - 1).stop() ? 1 : 0;
    c.beforeStop += closes || words.get(to + 1).stop() ? 1 : 0;
    c.inTitle += title ? 1 : 0;
    c.inLead += !title && from < LEAD_TOKENS ? 1 : 0;
  }

  /// A word that is mostly seen inside a longer phrase is a fragment of it: «اکانومی» of «ڈیجیٹل
  /// اکانومی».
  private void countWithin() {
    List<Candidate> longer = new ArrayList<>(all.values());
    for (Candidate whole : longer) {
      if (whole.words == 1 || (whole.count < 2 && whole.inTitle == 0 && whole.kind == null)) {
        continue;
      }
      String[] parts = whole.key.split(" ", -1);
      for (int from = 0; from < parts.length; from++) {
        var key = new StringBuilder();
        for (int to = from; to < parts.length && to < from + MOST_WORDS; to++) {
          key.append(to == from ? "" : " ").append(parts[to]);
          Candidate part = to - from + 1 < parts.length ? all.get(key.toString()) : null;
          if (part != null) {
            part.withinLonger = Math.max(part.withinLonger, whole.count);
          }
        }
      }
    }
  }
}
