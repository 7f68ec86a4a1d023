package org.tabadla.understand;

import java.util.Comparator;
import java.util.List;
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

  private final String text;
  private final List<Token> tokens;
  private final NameWords words;
  private final Proposals out;
  private final List<String> titles;

  private HanNames(String text, Lang lang, List<Token> tokens, Proposals out) {
    this.text = text;
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
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.end() - token.start() == 1 && DOTS.indexOf(text.charAt(token.start())) >= 0) {
        dotted(i);
      } else if (!token.isMark()) {
        titled(i);
        suffixed(i);
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
    while (isHan(from - 1) && !endsTitle(from - 1) && chars(from - 1, dot) <= LONGEST_PART) {
      from--;
      if (tokens.get(from).stop()) {
        from++;
        break;
      }
    }
    int to = dot + 1;
    while (isHan(to) && !tokens.get(to).stop() && chars(dot + 1, to + 1) <= LONGEST_PART) {
      if (words.is(Role.SAY, tokens.get(to)) || words.is(Role.TITLE, tokens.get(to))) {
        break;
      }
      to++;
    }
    if (from < dot && to > dot + 1) {
      out.add(from, to, Kind.PERSON, 7);
    }
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

  private void suffixed(int i) {
    String key = tokens.get(i).key();
    boolean organisation = ends(key, Role.ORG);
    boolean place = !organisation && ends(key, Role.PLACE);
    if (!organisation && !place) {
      return;
    }
    int from = i;
    while (isHan(from - 1)
        && !tokens.get(from - 1).stop()
        && !words.is(Role.GENERIC, tokens.get(from - 1))
        && chars(from - 1, i + 1) <= LONGEST_ORGANISATION
        && (organisation ? from > i - 4 : from > i - 1)) {
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

  private boolean ends(String key, Role role) {
    return words.all(role).stream().anyMatch(key::endsWith);
  }
}
