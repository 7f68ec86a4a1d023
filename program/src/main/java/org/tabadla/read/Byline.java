package org.tabadla.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the words of a byline say, taken apart: «By A and B, Photos by C, Newsroom».
///
/// @param people who wrote
/// @param desks groups that are named where a person could be: desks, agencies, the outlet
/// @param helpers who had another part: editors, photographers, translators
/// @param labelled it begins with «By» or the like
record Byline(List<String> people, List<String> desks, List<Helper> helpers, boolean labelled) {
  /// @param role as the page puts it, in lower case: `photos by`
  record Helper(String role, String name) {}

  static final Byline NONE = new Byline(List.of(), List.of(), List.of(), false);

  private static final int TEXT_MAX_CHARS = 400;
  private static final int NAME_MAX_CHARS = 60;
  private static final int NAME_MAX_WORDS = 6;
  private static final int NAMES_MAX = 12;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\(?(?:https?://|www\\.)\\S+|\\S*@\\S+|\\([^)]*(?:\\.[a-z]{2,4}|@|:)[^)]*\\)|\\{[^}]*\\}|\\[[^\\]]*\\]");

  /// Between two names.
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[,،、;؛|/•·∙\\n&+＆]\\s*|\\s+[-–—]+\\s+"
              + "|\\s+(?:and|und|et|y|e|og|och|en|ve|dan|i|и|और|و|اور|with|mit|con|avec)\\s+|\\s*(?:和|與|与)\\s*");

  private static final Pattern INNER_BY =
      Pattern.compile(
          "(?:^|\\s|[•·|—–-])(?:[Ww]ritten [Bb]y|[Pp]osted [Bb]y|[Bb]y|BY)[:\\s]\\s*(?=\\p{Lu})"
              + "|(?<=\\p{Nd})[\\s,|•·–-]+(?:von|par|por|di|door|av|af)\\s+(?=\\p{Lu})");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "del", "della", "di", "da", "dos", "al", "el", "bin", "ten", "ter",
          "le", "la", "zu", "af");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}");
  private static final Pattern MARKS =
      Pattern.compile("^[\\s\\p{P}\\p{S}]+|[\\s\\p{P}\\p{S}&&[^.)]]+$");
  private static final Pattern NO_NAME =
      Pattern.compile("[:;!?*=<>{}\\[\\]\"“”«»…|]|\\.\\.|\\p{Ll}{3,}\\. |\\p{Nd}");
  private static final Pattern BRACKET = Pattern.compile("\\s*[(（]([^()（）]*)[)）]?\\s*$");
  private static final int NICKNAME_MAX_CHARS = 20;

  /// @param shown it stands on the page, where «von» may introduce a name
  /// @return NONE when it is too long for a byline, or names nobody
  static Byline of(String text, boolean shown) {
    return of(text, shown, false);
  }

  /// @return as {@link #of}, but NONE at once where no label such as «By» begins it
  static Byline ofLabelled(String text) {
    return of(text, false, true);
  }

  private static Byline of(String text, boolean shown, boolean needsLabel) {
    String line = PageTitle.squeeze(text);
    if (line.isEmpty() || line.length() > TEXT_MAX_CHARS || line.startsWith("(")) {
      return NONE;
    }
    String rest = withoutAddress(line);
    boolean labelled = false;
    for (int end = BylineWords.afterLabel(rest, shown); end > 0; ) {
      labelled = true;
      rest = rest.substring(end);
      end = BylineWords.afterLabel(rest, false);
    }
    if (needsLabel && !labelled) {
      return NONE;
    }
    Phrases.Hit help = BylineWords.help(rest, 0);
    if (!labelled && shown && mayHaveBy(rest)) {
      Matcher inner = INNER_BY.matcher(rest);
      if (inner.find() && !(help != null && help.start() <= inner.start())) {
        labelled = true;
        rest = rest.substring(inner.end());
        help = BylineWords.help(rest, 0);
      }
    }
    List<Helper> helpers = helpers(rest, help);
    rest = help == null ? rest : rest.substring(0, help.start());
    var names = new Names();
    names.read(BylineWords.upToStop(rest));
    if (labelled && names.first == BylineWords.Kind.NOBODY) {
      return NONE; // «By ending his campaign, …» is a sentence
    }
    return new Byline(names.people(), names.desks(), helpers, labelled);
  }

  private static String withoutAddress(String line) {
    boolean may = line.contains("http") || line.contains("www.");
    for (int i = 0; i < line.length() && !may; i++) {
      may = "@({[".indexOf(line.charAt(i)) >= 0;
    }
    return may ? ADDRESS.matcher(line).replaceAll(" , ").strip() : line.strip();
  }

  /// A quick look before {@link #INNER_BY}.
  private static boolean mayHaveBy(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == 'y' || c == 'Y' || Character.isDigit(c) || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static List<Helper> helpers(String text, Phrases.@Nullable Hit first) {
    var helpers = new ArrayList<Helper>();
    for (Phrases.Hit hit = first; hit != null; ) {
      Phrases.Hit next = BylineWords.help(text, hit.end());
      String part = text.substring(hit.end(), next == null ? text.length() : next.start());
      var names = new Names();
      names.read(BylineWords.upToStop(part));
      for (String name : names.people()) {
        helpers.add(new Helper(hit.phrase(), name));
      }
      hit = next;
    }
    return helpers;
  }

  /// @return whether a line of the page may be a byline: a quick look before {@link #of}
  static boolean isLabelled(String line) {
    return BylineWords.afterLabel(line, true) > 0
        || (mayHaveBy(line) && INNER_BY.matcher(line).find());
  }

  boolean isEmpty() {
    return people.isEmpty() && desks.isEmpty();
  }

  /// One name after another, in order and each once.
  private static final class Names {
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> desks = new LinkedHashMap<>();
    private boolean role;
    private BylineWords.@Nullable Kind first;

    List<String> people() {
      return new ArrayList<>(people.values());
    }

    List<String> desks() {
      return new ArrayList<>(desks.values());
    }

    void read(String text) {
      for (String part : BETWEEN.split(text, -1)) {
        if (people.size() < NAMES_MAX) {
          one(part);
        }
      }
    }

    private void one(String part) {
      String name = unbracketed(undated(part));
      name = MARKS.matcher(name.substring(BylineWords.afterLabel(name, false))).replaceAll("");
      name = MARKS.matcher(bare(name)).replaceAll("");
      String key = PageTitle.key(name);
      BylineWords.Kind kind = kind(name, key);
      first = first == null && !part.isBlank() ? kind : first;
      switch (kind) {
        case DESK -> desks.putIfAbsent(key, name);
        case ROLE -> role = true;
        case PERSON -> people.putIfAbsent(key, name);
        case NOBODY -> {}
      }
    }

    /// «Jean-Luc Aufranc (CNXSoft)» keeps its nickname, «Eberhard Fuhr (press officer)» not its
    /// role.
    private static String unbracketed(String part) {
      Matcher m = BRACKET.matcher(part);
      if (!m.find()) {
        return part;
      }
      String inner = m.group(1).strip();
      boolean nickname = inner.length() <= NICKNAME_MAX_CHARS && !inner.isEmpty();
      for (String word : inner.split("\\s+", -1)) {
        nickname &= !BylineWords.isRole(word);
      }
      return nickname && !BylineWords.isDesk(inner) ? part : part.substring(0, m.start());
    }

    private BylineWords.Kind kind(String name, String key) {
      if (key.length() < 2
          || name.length() > NAME_MAX_CHARS
          || BylineWords.isNobody(name)
          || NO_NAME.matcher(name).find()) {
        return BylineWords.Kind.NOBODY;
      }
      String[] words = name.split("\\s+", -1);
      if (words.length > NAME_MAX_WORDS) {
        return BylineWords.Kind.NOBODY;
      }
      if (BylineWords.isDesk(name)) {
        return BylineWords.Kind.DESK;
      }
      for (String word : words) {
        if (BylineWords.isRole(word)) {
          return BylineWords.Kind.ROLE;
        }
      }
      // After a first full name, one word alone is a place, a title or what the person does.
      boolean more = !people.isEmpty() && (role || words.length == 1);
      boolean ideographs = Line.unit(name.charAt(0)) > 1;
      return (more && !ideographs) || (!startsLikeName(name) && words.length > 1)
          ? BylineWords.Kind.NOBODY
          : BylineWords.Kind.PERSON;
    }

    /// A name of several words begins with no small letter, but for «van», «de», «al-».
    private static boolean startsLikeName(String name) {
      String[] words = name.split("\\s+", -1);
      boolean small = Character.isLowerCase(words[words.length - 1].charAt(0));
      if (!Character.isLowerCase(name.charAt(0))) {
        return !small;
      }
      return PARTICLES.contains(words[0])
          && !Character.isLowerCase(words[words.length - 1].charAt(0));
    }

    /// «Josh Norem December 22»: what stands before a date.
    private static String undated(String part) {
      Matcher digit = DIGITS.matcher(part);
      if (!digit.find()) {
        return isCalendar(part.strip()) ? "" : part;
      }
      String before = part.substring(0, digit.start()).strip();
      while (!before.isEmpty()) {
        int last = before.lastIndexOf(' ') + 1;
        String word = before.substring(last);
        if (!isCalendar(word) && word.length() > 2) {
          break;
        }
        before = before.substring(0, last).strip();
      }
      return before;
    }

    private static boolean isCalendar(String word) {
      String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
      return org.tabadla.language.CalendarWords.isOne(bare);
    }

    /// The name without letters after it, roles around it, and an agency; once if it stands twice.
    private static String bare(String name) {
      String[] words = name.strip().split("\\s+", -1);
      int from = 0;
      int to = words.length;
      while (to - from > 2 && (BylineWords.isTitle(words[to - 1]) && isCapital(words[to - 1]))) {
        to--;
      }
      while (to - from > 2 && BylineWords.isRole(words[to - 1])) {
        to--;
      }
      while (to - from > 2 && BylineWords.isRole(words[from])) {
        from++;
      }
      for (int i = from + 2; i < to; i++) {
        String tail = String.join(" ", List.of(words).subList(i, to));
        if (Dateline.isAgency(tail)) {
          to = i;
          break;
        }
      }
      int half = (to - from) / 2;
      List<String> kept = List.of(words).subList(from, to);
      if (kept.size() % 2 == 0
          && kept.size() >= 2
          && kept.subList(0, half).equals(kept.subList(half, kept.size()))) {
        kept = kept.subList(0, half);
      }
      return String.join(" ", kept);
    }

    private static boolean isCapital(String word) {
      return Character.isUpperCase(word.charAt(0));
    }
  }
}
