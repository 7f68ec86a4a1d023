package org.tabadla.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of bylines, `byline-words.tsv`.
final class BylineWords {
  /// What part of a byline a string is.
  enum Kind {
    PERSON,
    DESK,
    ROLE,
    NOBODY
  }

  private static final String TABLE = "byline-words.tsv";
  private static final Phrases BY = new Phrases(Phrases.rows(TABLE, "by"));
  private static final Phrases NAME = new Phrases(Phrases.rows(TABLE, "name"));
  private static final Phrases LABEL = new Phrases(Phrases.rows(TABLE, "label"));
  private static final Phrases HELP = new Phrases(Phrases.rows(TABLE, "help"));
  private static final Phrases STOP = new Phrases(Phrases.rows(TABLE, "stop"));
  private static final Phrases SOURCE = new Phrases(Phrases.rows(TABLE, "source"));
  private static final Phrases FIRST = new Phrases(Phrases.rows(TABLE, "first"));
  private static final Phrases CREDIT = new Phrases(Phrases.rows(TABLE, "credit"));
  private static final Set<String> ROLES = set("role");
  private static final Set<String> DESKS = set("desk");
  private static final Set<String> NOBODY = set("nobody");
  private static final Set<String> TITLES = set("title");
  private static final Set<String> SURNAMES = set("surname");
  private static final Set<String> COMMON = set("common");

  /// Before it may stand no more than a date.
  private static final int SOURCE_MAX_START = 24;

  private static final String LEADING = "—–-|•·~ ";
  private static final String COLONS = ":：";

  private BylineWords() {}

  private static Set<String> set(String kind) {
    return new HashSet<>(Phrases.rows(TABLE, kind));
  }

  /// @param shown it stands on the page, where «von» may begin a byline
  /// @return where the names begin after «By», «Text:», «von»; 0 when the text begins with no label
  static int afterLabel(String text, boolean shown) {
    int start = 0;
    while (start < text.length() && LEADING.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start == text.length()) {
      return 0;
    }
    String lower = Phrases.lower(text);
    int end = after(BY.at(lower, start), text, false);
    if (end == 0 && shown) {
      end = after(NAME.at(lower, start), text, false);
    }
    return end == 0 ? after(LABEL.at(lower, start), text, true) : end;
  }

  /// @param colon whether a colon must follow, unless the label is all there is
  private static int after(Phrases.@Nullable Hit hit, String text, boolean colon) {
    if (hit == null) {
      return 0;
    }
    int i = hit.end();
    boolean spaced = false;
    boolean told = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (COLONS.indexOf(c) >= 0) {
        told = true;
      } else if (c != ' ') {
        break;
      }
      spaced = true;
    }
    boolean whole = i == text.length();
    return whole || told || (spaced && !colon) ? i : 0;
  }

  static boolean beginsWithHelp(String line) {
    int start = 0;
    while (start < line.length() && LEADING.indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    return start < line.length() && HELP.at(Phrases.lower(line), start) != null;
  }

  /// @return where «Photos by», «Edited by» stands, or null
  static Phrases.@Nullable Hit help(String text, int from) {
    String lower = Phrases.lower(text);
    for (Phrases.Hit hit = HELP.find(lower, from); hit != null; hit = HELP.find(lower, hit.end())) {
      int end = after(hit, text, false);
      if (end > 0 && end < text.length()) {
        return new Phrases.Hit(hit.start(), end, hit.phrase());
      }
    }
    return null;
  }

  /// @return what follows «Source:» or «First published by» in a line, or ""
  static String source(String line) {
    String lower = Phrases.lower(line);
    for (Phrases.Hit hit = SOURCE.find(lower, 0);
        hit != null;
        hit = SOURCE.find(lower, hit.end())) {
      int end = after(hit, line, true);
      boolean first = hit.start() <= SOURCE_MAX_START;
      if (end > hit.end() && end < line.length() && first) {
        return line.substring(end);
      }
    }
    Phrases.Hit hit = FIRST.find(lower, 0);
    int end = after(hit, line, false);
    return end == 0 ? "" : line.substring(end);
  }

  /// @return where «Photo: » stands in a caption, or null
  static Phrases.@Nullable Hit credit(String caption) {
    String lower = Phrases.lower(caption);
    for (Phrases.Hit hit = CREDIT.find(lower, 0);
        hit != null;
        hit = CREDIT.find(lower, hit.end())) {
      boolean sign = hit.phrase().equals("©") || hit.phrase().endsWith(" by");
      int end = after(hit, caption, !sign);
      if (end > 0 && end < caption.length()) {
        return new Phrases.Hit(hit.start(), end, hit.phrase());
      }
    }
    return null;
  }

  /// @return the text up to where the byline ends: «updated», «is a»
  static String upToStop(String text) {
    Phrases.Hit stop = STOP.find(Phrases.lower(text), 0);
    return stop == null ? text : text.substring(0, stop.start());
  }

  static boolean isRole(String word) {
    return ROLES.contains(plain(word));
  }

  static boolean isTitle(String word) {
    return TITLES.contains(plain(word));
  }

  /// @return whether two to four ideographs can be a name; of two or three, the first is a surname
  static boolean isHanName(String name) {
    int length = name.length();
    boolean known = length > 3 || SURNAMES.contains(name.substring(0, Math.min(1, length)));
    return length >= 2 && known && !COMMON.contains(name);
  }

  static boolean isNobody(String words) {
    return NOBODY.contains(words.toLowerCase(Locale.ROOT));
  }

  /// @return whether a name is of a group: one of its words says so, or it is a host name
  static boolean isDesk(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (DESKS.contains(lower) || Dateline.isAgency(name)) {
      return true;
    }
    for (String word : lower.split("[\\s/]+", -1)) {
      if (DESKS.contains(plain(word)) || Dateline.isAgency(word)) {
        return true;
      }
      int dot = word.lastIndexOf('.');
      if (dot > 0 && DESKS.contains(word.substring(dot))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String word) {
    int end = word.length();
    while (end > 0 && ".,;:)".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
