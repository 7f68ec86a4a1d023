package org.tabadla.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// One language of the interface: its words (`ui-XX.tsv`), its direction and its numbers.
///
/// Digits are the European ones in every language, as today's Urdu press writes them, so that a
/// number on the page and one in an article look alike.
public final class Ui {
  public static final Ui UR = read("ur");
  public static final Ui EN = read("en");
  public static final Ui ZH = read("zh");
  public static final Ui RU = read("ru");

  /// In the order in which they are offered.
  public static final List<Ui> ALL = List.of(UR, EN, ZH, RU);

  private static final int ACCEPT_LIMIT_CHARS = 200;

  private final Lang lang;
  private final Map<String, String> words;

  private Ui(Lang lang, Map<String, String> words) {
    this.lang = lang;
    this.words = words;
  }

  public Lang lang() {
    return lang;
  }

  /// @return `ur`, `en`, …: the first step of its pages' addresses
  public String tag() {
    return lang.tag();
  }

  /// @return `rtl` or `ltr`
  public String dir() {
    return lang.dir();
  }

  /// @return the words for a key of the table
  /// @throws IllegalArgumentException for a key that is in no table
  public String say(String key) {
    String said = words.get(key);
    if (said == null) {
      throw new IllegalArgumentException("ui-" + tag() + ".tsv has no " + key);
    }
    return said;
  }

  public String say(String key, Object inserted) {
    return say(key).replace("{0}", inserted.toString());
  }

  /// @return the phrase of `key` in the plural form that `count` asks for
  public String count(String key, long count) {
    String form = key + "." + pluralForm(count);
    return say(words.containsKey(form) ? form : key + ".other", number(count));
  }

  public String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// @return what this language calls `other`; its tag where the table has no word for it
  public String languageName(Lang other) {
    return Objects.requireNonNullElse(words.get("lang." + other.primary()), other.tag());
  }

  /// @return the address of a page in this language
  /// @param path begins with `/`
  public String link(String path) {
    return "/" + tag() + path;
  }

  /// @return the languages that this one has a word for, as a search form offers them
  List<Lang> languages() {
    return words.keySet().stream()
        .filter(key -> key.startsWith("lang.") && !key.equals("lang.und"))
        .sorted()
        .map(key -> new Lang(key.substring("lang.".length())))
        .toList();
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  Map<String, String> words() {
    return words;
  }

  /// CLDR's rules for whole numbers, of the languages that we have.
  private String pluralForm(long count) {
    return switch (tag()) {
      case "zh" -> "other";
      case "ru" -> russianForm(count);
      default -> count == 1 ? "one" : "other";
    };
  }

  private static String russianForm(long count) {
    long ten = count % 10;
    long hundred = count % 100;
    if (ten == 1 && hundred != 11) {
      return "one";
    }
    return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? "few" : "other";
  }

  static Optional<Ui> of(String tag) {
    return ALL.stream().filter(ui -> ui.tag().equals(tag)).findFirst();
  }

  /// @param acceptLanguage the header (RFC 9110 §12.5.4), null when there was none
  /// @return the best of ours, Urdu when none is asked for
  static Ui accepted(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > ACCEPT_LIMIT_CHARS) {
      return UR;
    }
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage);
      String tag = Locale.lookupTag(wanted, ALL.stream().map(Ui::tag).toList());
      return tag == null ? UR : of(tag).orElse(UR);
    } catch (IllegalArgumentException e) {
      return UR; // A malformed header asks for nothing.
    }
  }

  private static Ui read(String tag) {
    String resource = "ui-" + tag + ".tsv";
    var words = new HashMap<String, String>();
    try (var in = Objects.requireNonNull(Ui.class.getResourceAsStream(resource), resource);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (!line.startsWith("#") && tab > 0) {
          words.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ui(new Lang(tag), Map.copyOf(words));
  }

  @Override
  public String toString() {
    return tag();
  }
}
