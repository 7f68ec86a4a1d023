package org.tabadla.exchange.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tabadla.language.Letters;
import org.tabadla.language.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// What newsrooms exchange things about, in the words of four languages: «دستاویزی فلم» and
/// "documentary" are one subject. From `subjects.tsv`.
final class Subjects {
  private static final List<Lang> LANGUAGES =
      List.of(Lang.UR, Lang.EN, new Lang("zh"), new Lang("ru"));
  private static final int SHORTEST_STEM_CHARS = 5;

  private static final Map<String, String> LABELS = new HashMap<>();

  /// By the first word, the phrases that begin with it.
  private static final Map<String, List<Phrase>> PHRASES = read();

  private Subjects() {}

  /// The first word that a language has for a subject; the subject itself where it has none.
  static String label(String subject, Lang reader) {
    return LABELS.getOrDefault(subject + '/' + reader.primary(), subject);
  }

  private record Phrase(String words, String subject) {}

  /// @param words folded, parted by single spaces
  static Set<String> in(String words) {
    var found = new HashSet<String>();
    int at = 0;
    while (at >= 0 && at < words.length()) {
      int space = words.indexOf(' ', at);
      String first = words.substring(at, space < 0 ? words.length() : space);
      for (String stem : stems(first)) {
        for (Phrase phrase : PHRASES.getOrDefault(stem, List.of())) {
          if (phrase.words().equals(stem) || words.startsWith(phrase.words(), at)) {
            found.add(phrase.subject());
          }
        }
      }
      at = space < 0 ? -1 : space + 1;
    }
    return found;
  }

  /// The word, and the word without the last letters in which Russian and English bend it.
  private static List<String> stems(String word) {
    var out = new ArrayList<String>();
    out.add(word);
    for (int cut = 1; cut <= 3 && word.length() - cut >= SHORTEST_STEM_CHARS; cut++) {
      out.add(word.substring(0, word.length() - cut));
    }
    return out;
  }

  private static Map<String, List<Phrase>> read() {
    var out = new HashMap<String, List<Phrase>>();
    try (var in = Objects.requireNonNull(Subjects.class.getResourceAsStream("subjects.tsv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        if (!line.startsWith("#") && columns.length > LANGUAGES.size()) {
          for (int i = 0; i < LANGUAGES.size(); i++) {
            String[] phrases = columns[i + 1].split("\\|", -1);
            LABELS.put(columns[0] + '/' + LANGUAGES.get(i).primary(), phrases[0]);
            for (String phrase : phrases) {
              put(out, phrase, LANGUAGES.get(i), columns[0]);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static void put(Map<String, List<Phrase>> out, String phrase, Lang lang, String subject) {
    var words = new ArrayList<String>();
    for (Span span : Words.of(phrase, lang)) {
      words.add(Letters.fold(phrase.substring(span.start(), span.end()), lang));
    }
    if (!words.isEmpty()) {
      out.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Phrase(String.join(" ", words), subject));
    }
  }
}
