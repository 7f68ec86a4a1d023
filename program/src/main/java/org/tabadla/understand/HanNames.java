package org.tabadla.understand;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tabadla.language.Transcription;
import org.tabadla.model.Lang;
import org.tabadla.model.Name.Kind;
import org.tabadla.understand.NameWords.Role;

/// Proposes names in Chinese: transcribed persons by their dot («巴贾尔·扎赫里»), Chinese ones by a title
/// before and their family name, organisations and places by their last characters.
final class HanNames {
  private static final String DOTS = "·‧・•";
  private static final int LONGEST_PART = 8;
  private static final int LONGEST_ORGANISATION = 14;
  private static final int LONGEST_GIVEN = 2;

  private static final String OPENING_QUOTES = "“‘《「『";
  private static final int LONGEST_DATELINE = 8;
  private static final int SHORTEST_TRANSCRIBED = 3;
  private static final int LONGEST_ORGANISATION_TOKENS = 6;

  /// «电»: what closes the dateline of a wire.
  private static final char WIRE = '\u7535';

  /// «北部» is a side of a country, «交通部» its ministry.
  private static final Pattern SIDES = Pattern.compile("[东西南北中内外全大局各]部$");

  private static final Set<String> PAPERS = Set.of("本报", "新华社", "本", "报", "据");

  private final String text;
  private final Lang lang;
  private final List<Token> tokens;
  private final NameWords words;
  private final Proposals out;
  private final List<String> titles;

  private HanNames(String text, Lang lang, List<Token> tokens, Proposals out) {
    this.text = text;
    this.lang = lang;
    this.tokens = tokens;
    this.words = NameWords.of(lang);
    this.out = out;
    this.titles =
        words.all(Role.TITLE).stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  static void propose(String text, Lang lang, List<Token> tokens, Proposals out) {
    out.addConcepts(kind -> kind == Kind.PLACE ? 4 : 6.4);
    new HanNames(text, lang, tokens, out).all();
  }

  private void all() {
    dateline();
    transcribed();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.end() - token.start() == 1 && DOTS.indexOf(text.charAt(token.start())) >= 0) {
        dotted(i);
      } else if (!token.isMark()) {
        titled(i);
        says(i);
        suffixed(i);
        if (words.is(Role.PLACES, token)) {
          out.add(i, i + 1, Kind.PLACE, 3.9);
        }
      }
    }
  }

  private boolean isHan(int i) {
    return i >= 0
        && i < tokens.size()
        && !tokens.get(i).isMark()
        && Character.isIdeographic(text.codePointAt(tokens.get(i).start()));
  }

  private void dotted(int dot) {
    int from = dot;
    while (isHan(from - 1)
        && !endsTitle(from - 1)
        && (from == dot || isHeard(from - 1))
        && chars(from - 1, dot) <= LONGEST_PART) {
      from--;
      if (tokens.get(from).stop()) {
        from++;
        break;
      }
    }
    int to = afterPart(dot + 1);
    while (to + 1 < tokens.size() && isDot(to) && isHan(to + 1)) {
      to = afterPart(to + 1);
    }
    if (from < dot && to > dot + 1) {
      out.add(from, to, Kind.PERSON, 7);
    }
  }

  private boolean isDot(int i) {
    Token token = tokens.get(i);
    return token.end() - token.start() == 1 && DOTS.indexOf(text.charAt(token.start())) >= 0;
  }

  private int afterPart(int from) {
    int to = from;
    while (isHan(to) && !tokens.get(to).stop() && chars(from, to + 1) <= LONGEST_PART) {
      if (words.is(Role.SAY, tokens.get(to)) || words.is(Role.TITLE, tokens.get(to))) {
        break;
      }
      to++;
    }
    return to;
  }

  private boolean isHeard(int i) {
    Token token = tokens.get(i);
    for (int at = token.start(); at < token.end(); at++) {
      if (!Transcription.isHeard(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /// «喀布尔电», «本报比什凯克电»
  private void dateline() {
    int to = 0;
    while (isHan(to)
        && chars(0, to + 1) <= LONGEST_DATELINE
        && text.charAt(tokens.get(to).start()) != WIRE) {
      to++;
    }
    boolean wire =
        to > 0 && to < tokens.size() && tokens.get(to).key().equals(String.valueOf(WIRE));
    int from = 0;
    while (wire && from < to && PAPERS.contains(tokens.get(from).key())) {
      from++;
    }
    boolean known = true;
    for (int i = from; i < to; i++) {
      known &= out.isKnownPlace(i);
    }
    if (wire && from < to && !known) {
      out.add(from, to, Kind.PLACE, 8);
    }
  }

  /// Foreign names without a dot, by the characters that Chinese writes them with: a place, or a
  /// person behind a title or before a verb of saying.
  private void transcribed() {
    int i = 0;
    while (i < tokens.size()) {
      int to = i;
      while (isHan(to) && isHeard(to) && !out.isKnownPlace(to) && !isCommon(to)) {
        to++;
      }
      if (to > i) {
        boolean dotted = (i > 0 && isDot(i - 1)) || (to < tokens.size() && isDot(to));
        int chars = chars(i, to);
        if (!dotted
            && !isQuoted(i)
            && !isWhollyKnown(i, to)
            && chars >= SHORTEST_TRANSCRIBED
            && chars <= LONGEST_PART) {
          boolean person =
              (i > 0 && endsTitle(i - 1))
                  || (to < tokens.size() && words.is(Role.SAY, tokens.get(to)));
          // A known person's short name may be the beginning of a longer one: 达尔班丁.
          double strength = knows(i, to) ? 7 + to - i : person ? 5 : 3.8;
          out.add(i, to, person ? Kind.PERSON : Kind.PLACE, strength);
          head(i, to);
        }
      }
      i = Math.max(to, i + 1);
    }
  }

  private boolean isQuoted(int i) {
    return i > 0 && out.isOneOf(i - 1, OPENING_QUOTES);
  }

  private boolean knows(int from, int to) {
    return IntStream.range(from, to).anyMatch(out::isKnown);
  }

  private boolean isWhollyKnown(int from, int to) {
    return IntStream.range(from, to).allMatch(out::isKnown);
  }

  /// «罗赫里运河»: the word behind that says what it is.
  private void head(int from, int to) {
    if (to < tokens.size() && words.is(Role.PLACE, tokens.get(to))) {
      out.add(from, to + 1, Kind.PLACE, 4.6);
    }
  }

  /// A word of everyday Chinese, however its characters sound.
  private boolean isCommon(int i) {
    Token token = tokens.get(i);
    boolean word = token.end() - token.start() > 1 && CommonWords.commonness(token.key(), lang) > 0;
    return word || token.stop();
  }

  private boolean endsTitle(int i) {
    String key = tokens.get(i).key();
    return titles.stream().anyMatch(key::endsWith);
  }

  private int chars(int from, int to) {
    return tokens.get(to - 1).end() - tokens.get(from).start();
  }

  /// «主席王明说»: a title, a family name and one or two characters.
  private void titled(int i) {
    if (!endsTitle(i) || !isHan(i + 1)) {
      return;
    }
    String next = tokens.get(i + 1).key();
    if (!words.all(Role.FAMILY).contains(next.substring(0, 1))) {
      return;
    }
    int to = i + 2;
    while (isHan(to)
        && !tokens.get(to).stop()
        && !words.is(Role.SAY, tokens.get(to))
        && chars(i + 1, to + 1) <= 1 + LONGEST_GIVEN) {
      to++;
    }
    if (chars(i + 1, to) > 1 && chars(i + 1, to) <= 1 + LONGEST_GIVEN) {
      out.add(i + 1, to, Kind.PERSON, 6);
    }
  }

  /// «王明说»: a rare word that begins as family names do, before a verb of saying.
  private void says(int i) {
    if (!words.is(Role.SAY, tokens.get(i)) || !isHan(i - 1)) {
      return;
    }
    String key = tokens.get(i - 1).key();
    if (key.length() > 1
        && key.length() <= 1 + LONGEST_GIVEN
        && words.all(Role.FAMILY).contains(key.substring(0, 1))
        && !isCommon(i - 1)
        && !out.isKnown(i - 1)) {
      out.add(i - 1, i, Kind.PERSON, 5);
    }
  }

  private void suffixed(int i) {
    String key = tokens.get(i).key();
    boolean organisation = (ends(key, Role.ORG) && !SIDES.matcher(key).find()) || endsPair(i);
    boolean place = !organisation && ends(key, Role.PLACE);
    if (!organisation && !place) {
      return;
    }
    int from = i;
    while (isHan(from - 1)
        && !tokens.get(from - 1).stop()
        && !words.is(Role.GENERIC, tokens.get(from - 1))
        && chars(from - 1, i + 1) <= LONGEST_ORGANISATION
        && (organisation ? from > i - LONGEST_ORGANISATION_TOKENS : from > i - 1)) {
      from--;
      if (out.isKnownPlace(from)) {
        while (out.isKnownPlace(from - 1)) {
          from--;
        }
        break;
      }
    }
    boolean headOnly = from == i && words.is(organisation ? Role.ORG : Role.PLACE, tokens.get(i));
    if (headOnly) {
      return;
    }
    if (organisation && (out.isKnownPlace(from) || (from == i && key.length() > 3))) {
      out.add(from, i + 1, Kind.ORGANISATION, 6.6);
    } else if (place && (out.isKnownPlace(from) || (from == i && key.length() > 2))) {
      out.add(from, i + 1, Kind.PLACE, 4.5);
    }
  }

  /// «气象|台»: a head that was cut in two.
  private boolean endsPair(int i) {
    return isHan(i - 1)
        && words.all(Role.ORG).contains(tokens.get(i - 1).key() + tokens.get(i).key());
  }

  private boolean ends(String key, Role role) {
    return words.all(role).stream().anyMatch(key::endsWith);
  }
}
