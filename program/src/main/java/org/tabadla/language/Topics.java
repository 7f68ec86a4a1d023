package org.tabadla.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// The first two levels of the [IPTC Media Topics](https://cv.iptc.org/newscodes/mediatopic/), with
/// labels in Urdu, English, Arabic, Chinese and Russian.
public final class Topics {
  private static final String PREFIX = "medtop:";
  private static final int CODE = 0;
  private static final int BROADER = 1;
  private static final int USE = 2;
  private static final int FIRST_LABEL = 3;

  /// The whole table.
  public static final Topics IPTC = new Topics();

  private final List<Topic> all = new ArrayList<>();
  private final Map<String, Topic> byCode = new HashMap<>();
  private final Map<String, Topic> byLabel = new HashMap<>();

  /// One topic.
  ///
  /// @param code with its alias: `medtop:04000000`
  /// @param broader the topic above, or null at the first level
  /// @param isRetired whether the IPTC no longer wants it used
  /// @param labels by primary language tag; a language that has none is left out
  public record Topic(
      String code, @Nullable String broader, boolean isRetired, Map<String, String> labels) {
    public Topic {
      labels = Map.copyOf(labels);
    }

    /// @return its label in a language, else in English
    public String label(Lang lang) {
      String own = labels.get(lang.primary());
      return own == null ? Objects.requireNonNull(labels.get("en")) : own;
    }

    /// @return its address in the IPTC's vocabulary
    public String uri() {
      return "http://cv.iptc.org/newscodes/mediatopic/" + code.substring(PREFIX.length());
    }
  }

  private Topics() {
    List<String> lines = lines().filter(line -> !line.startsWith("#")).toList();
    String[] heading = lines.getFirst().split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      add(heading, line.split("\t", -1));
    }
  }

  private void add(String[] heading, String[] cells) {
    var labels = new HashMap<String, String>();
    for (int i = FIRST_LABEL; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        labels.put(heading[i], cells[i]);
      }
    }
    var topic =
        new Topic(
            PREFIX + cells[CODE],
            cells[BROADER].isEmpty() ? null : PREFIX + cells[BROADER],
            cells[USE].equals("retired"),
            labels);
    all.add(topic);
    byCode.put(topic.code(), topic);
    // Where two topics share a label the broader one, which stands first, has it.
    labels.values().forEach(label -> byLabel.putIfAbsent(folded(label), topic));
  }

  private static Stream<String> lines() {
    try (InputStream in = Topics.class.getResourceAsStream("topics.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return all topics, those of the first level before theirs of the second
  public List<Topic> all() {
    return List.copyOf(all);
  }

  /// @param code `medtop:04000000`, `04000000` or the full address
  /// @return the topic, or null for one of a deeper level or none
  public @Nullable Topic byCode(String code) {
    String digits = code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
    return byCode.get(PREFIX + digits);
  }

  /// @return the topics right below one; none of the second level
  public List<Topic> below(Topic topic) {
    return all.stream().filter(t -> topic.code().equals(t.broader())).toList();
  }

  /// @param label in any of the languages, capitals and kinds of letters aside
  public @Nullable Topic byLabel(String label) {
    return byLabel.get(folded(label));
  }

  private static String folded(String label) {
    return Letters.fold(label.strip(), Lang.UR);
  }
}
