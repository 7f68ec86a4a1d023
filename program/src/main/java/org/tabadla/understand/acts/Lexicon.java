package org.tabadla.understand.acts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// The words by which one language tells of acts: a commented table beside this class, a phrase and
/// what it means on each line. `docs/acts.md` lists the labels.
final class Lexicon {
  private static final Set<String> LANGUAGES = Set.of("ur", "en", "zh", "ru");
  private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

  private static final Pattern GLUED = Pattern.compile(" (کر|ہو) ([^ \\[]+)");

  private static final Pattern FORMS = Pattern.compile("@[a-z-]+");

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final Map<Character, List<Phrase>> byFirstLetter = new HashMap<>();

  /// A phrase found in a sentence: its words from `from`, `to` exclusive.
  record Hit(Phrase phrase, int from, int to) {
    String label() {
      return phrase.label();
    }
  }

  private Lexicon(String tag) {
    var lang = new Lang(tag);
    Map<String, List<String>> forms = new HashMap<>();
    for (String row : rows("acts-" + tag + ".tsv")) {
      String[] cells = row.split("\t", -1);
      if (cells.length != 2) {
        throw new IllegalStateException("two columns wanted: " + row);
      }
      if (cells[0].startsWith("@")) {
        forms.computeIfAbsent(cells[0], f -> new ArrayList<>()).add(cells[1]);
        continue;
      }
      for (String source : spelledOut(cells[1], forms)) {
        add(Phrase.of(cells[0], source, lang));
        String glued = GLUED.matcher(source).replaceAll(Lexicon::glued);
        if (!glued.equals(source)) {
          add(Phrase.of(cells[0], glued, lang)); // «کردیے» for «کر دیے»
        }
      }
    }
  }

  /// «دستخط @did»: a phrase for each of the forms that rows above gave that name.
  private static List<String> spelledOut(String source, Map<String, List<String>> forms) {
    Matcher named = FORMS.matcher(source);
    if (!named.find()) {
      return List.of(source);
    }
    List<String> known = forms.get(named.group());
    if (known == null) {
      throw new IllegalStateException("no forms " + named.group() + " above: " + source);
    }
    return known.stream()
        .map(form -> source.substring(0, named.start()) + form + source.substring(named.end()))
        .flatMap(one -> spelledOut(one, forms).stream())
        .toList();
  }

  private static String glued(MatchResult verb) {
    String stem = verb.group(1);
    return " " + stem + verb.group(2).replace("|", "|" + stem);
  }

  private static List<String> rows(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no table " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private void add(Phrase phrase) {
    Phrase.Part first = phrase.parts().getFirst();
    for (String word : first.whole()) {
      byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(phrase);
    }
    first.beginnings().stream()
        .map(beginning -> beginning.charAt(0))
        .distinct()
        .forEach(l -> byFirstLetter.computeIfAbsent(l, k -> new ArrayList<>()).add(phrase));
  }

  /// @return the lexicon of a language; null where acts are not read
  static @Nullable Lexicon of(Lang lang) {
    String tag = lang.primary();
    return LANGUAGES.contains(tag) ? READ.computeIfAbsent(tag, Lexicon::new) : null;
  }

  /// @return all phrases that stand in the words, by where they begin
  List<Hit> in(List<Word> words) {
    List<Hit> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String key = words.get(i).key();
      if (key.isEmpty()) {
        continue;
      }
      find(words, i, byFirstWord.get(key), out);
      find(words, i, byFirstLetter.get(key.charAt(0)), out);
    }
    return out;
  }

  private static void find(
      List<Word> words, int at, @Nullable List<Phrase> phrases, List<Hit> out) {
    if (phrases == null) {
      return;
    }
    for (Phrase phrase : phrases) {
      int end = phrase.end(words, at);
      if (end > at) {
        out.add(new Hit(phrase, at, end));
      }
    }
  }
}
