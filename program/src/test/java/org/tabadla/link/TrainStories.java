package org.tabadla.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.link.TreeGrower.Example;

/// Makes `stories.model.tsv`: shows the engine streams whose stories are known, writes down what it
/// sees of each pair, and grows the trees of {@link Merge} on that.
///
/// `./tabadla train stories [DATA [stories.model.tsv]]`, with the packs in DATA. In the first round
/// the stories are the true ones, in the next those that the model of the round before made: it
/// learns to go on from its own mistakes (DAgger; Ross, Gordon and Bagnell, 2011). The same streams
/// give the same model.
final class TrainStories {
  private static final String DATA = "../shared/data";
  private static final String MODEL =
      "program/src/main/resources/org/tabadla/link/stories.model.tsv";
  private static final int ROUNDS = 2;
  private static final int TREES = 400;
  private static final int DEPTH = 4;
  private static final int ORDERS = 3;
  private static final int SMALL = 200;
  private static final int SMALL_ROUND = 12;
  private static final int PARTS = 12;
  private static final int MOST_OF_A_STORY = 12;
  private static final int MOST_OF_A_LOOK_ALIKE = 4;
  private static final double LOOK_ALIKE_WEIGHT = 2;
  private static final double RATE = 0.12;
  private static final double SET_WEIGHT = 3_000;
  private static final double HEADLINES_WEIGHT = 7_500;
  private static final int HEADLINE_CHARS = 150;

  private static final List<String> HEAD =
      List.of(
          "# The merge: small trees whose sum is the log odds that both sides are one story.",
          "# A line is a tree: what it asks, level by level, a tab, and its leaves, those of «no» first.",
          "# The signs are those of link.Sign. Made by `./tabadla train stories`; do not edit by hand.",
          "# Numbers only, own work, CC0.");

  private TrainStories() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : DATA);
    boolean check = args.length > 1 && args[1].equals("check");
    List<LabelledStream> all = streams(data);
    List<LabelledStream> learn = new ArrayList<>();
    for (LabelledStream stream : all) {
      LabelledStream some = check ? half(stream, 0) : stream;
      learn.add(some);
      learn.add(some.bare());
      if (isSmall(some)) {
        // How a new reader fetches outlets is chance: one order must not be learnt.
        for (int seed = 0; seed < ORDERS; seed++) {
          learn.add(some.shuffled(seed));
          learn.add(some.byLanguage(seed));
        }
      }
    }
    List<String> lines = train(learn);
    if (check) {
      for (LabelledStream stream : all) {
        report(half(stream, 1), Merge.of(lines));
      }
    } else {
      for (LabelledStream stream : all) {
        report(stream, Merge.of(lines));
      }
      Path file = Path.of(args.length > 1 ? args[1] : MODEL);
      List<String> written = new ArrayList<>(HEAD);
      written.addAll(lines);
      Files.write(file, written);
    }
    report(LabelledStream.gold("scored"), Merge.of(lines));
  }

  private static boolean isSmall(LabelledStream stream) {
    return stream.rows().size() <= SMALL;
  }

  private static LabelledStream half(LabelledStream stream, int which) {
    if (stream.name().startsWith("gold") || stream.name().equals("press")) {
      return stream;
    }
    return new LabelledStream(
        stream.name() + "/" + which,
        stream.rows().stream().filter(row -> (row.story().hashCode() >>> 3) % 2 == which).toList());
  }

  static List<LabelledStream> streams(Path data) throws IOException {
    List<LabelledStream> out = new ArrayList<>();
    out.add(LabelledStream.gold("tuned"));
    out.add(LabelledStream.press());
    for (String name : List.of("stories_uci_headlines", "stories_ecbplus")) {
      Path file = data.resolve("link/" + name + ".jsonl");
      if (Files.exists(file)) {
        out.add(LabelledStream.pack(file));
      }
    }
    for (String name : List.of("link/xlang_ntrex", "language/crosslingual_news")) {
      Path file = data.resolve(name + ".jsonl");
      if (Files.exists(file)) {
        out.add(LabelledStream.tellings(file));
      }
    }
    return out;
  }

  static List<String> train(List<LabelledStream> streams) {
    List<Example> examples = new ArrayList<>();
    List<String> lines = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      Merge model = round == 0 ? null : Merge.of(lines);
      for (LabelledStream stream : streams) {
        List<Example> seen = new ArrayList<>(see(stream, model));
        for (LabelledStream part : stream.parts(PARTS, MOST_OF_A_STORY)) {
          seen.addAll(see(part, model));
        }
        for (LabelledStream two : stream.lookAlikes(MOST_OF_A_LOOK_ALIKE)) {
          for (Example e : see(two, model)) {
            seen.add(new Example(e.signs(), e.one(), e.weight() * LOOK_ALIKE_WEIGHT));
          }
        }
        double weight = 0;
        for (Example e : seen) {
          weight += e.weight();
        }
        for (Example e : seen) {
          double share = weightOf(stream) / weight;
          examples.add(new Example(e.signs(), e.one(), e.weight() * share));
        }
      }
      lines = new TreeGrower(examples, DEPTH, RATE).grow(TREES);
      System.out.printf(Locale.ROOT, "round %d: %d examples%n", round, examples.size());
    }
    return lines;
  }

  /// Headlines alone are the hardest to tell apart, and there are few sets of them.
  private static double weightOf(LabelledStream stream) {
    double chars =
        stream.rows().stream()
            .mapToInt(row -> row.item().title().length() + row.item().text().length())
            .average()
            .orElse(0);
    return chars < HEADLINE_CHARS ? HEADLINES_WEIGHT : SET_WEIGHT;
  }

  /// @param model what decides; null for the truth
  private static List<Example> see(LabelledStream stream, @Nullable Merge model) {
    Map<String, String> truth = new HashMap<>();
    stream.rows().forEach(row -> truth.put(row.item().id(), row.story()));
    List<Example> out = new ArrayList<>();
    var seeing = new Seeing(truth, model, out);
    var engine = new Engine(Options.STANDARD, seeing, true, new Frequencies());
    seeing.engine = engine;
    int round = isSmall(stream) ? SMALL_ROUND : stream.rows().size();
    for (int i = 0; i < stream.rows().size(); i++) {
      Item item = stream.rows().get(i).item();
      engine.place(item, item.id(), null);
      // Outlets are visited in rounds, and after each whole stories are looked at.
      if (i % round == round - 1) {
        engine.reviewAll();
      }
    }
    engine.reviewAll();
    return out;
  }

  /// Judges and writes down.
  private static final class Seeing implements Judge {
    private final Map<String, String> truth;
    private final @Nullable Merge model;
    private final List<Example> out;
    @Nullable Engine engine;

    Seeing(Map<String, String> truth, @Nullable Merge model, List<Example> out) {
      this.truth = truth;
      this.model = model;
      this.out = out;
    }

    @Override
    public double chance(
        @Nullable Held article, @Nullable Story small, Story story, float[] evidence) {
      String mine = article != null ? truth.get(article.id) : mainly(Objects.requireNonNull(small));
      double same = share(story, mine);
      boolean one = same >= 0.5;
      double importance = 1 + Math.log1p(small == null ? 0 : small.size());
      out.add(new Example(evidence.clone(), one, importance * (one ? 2 : 1)));
      return model == null ? (one ? 1 : 0) : model.chance(evidence);
    }

    private double share(Story story, @Nullable String mine) {
      int same = 0;
      for (int place : story.members()) {
        Held held = Objects.requireNonNull(engine).at(place);
        same += held != null && Objects.equals(truth.get(held.id), mine) ? 1 : 0;
      }
      return (double) same / Math.max(1, story.size());
    }

    private @Nullable String mainly(Story story) {
      Map<String, Integer> counts = new HashMap<>();
      String best = null;
      for (int place : story.members()) {
        Held held = Objects.requireNonNull(engine).at(place);
        if (held != null) {
          String one = truth.getOrDefault(held.id, "");
          int n = counts.merge(one, 1, Integer::sum);
          best = best == null || n > counts.getOrDefault(best, 0) ? one : best;
        }
      }
      return best;
    }
  }

  /// What a model reaches on a stream.
  record Reached(StoryScore online, StoryScore last, double across, StoryScore urdu) {}

  static Reached reached(LabelledStream stream, Judge judge) {
    var engine = new Engine(Options.STANDARD, judge, true, new Frequencies());
    List<String> gold = new ArrayList<>();
    List<String> online = new ArrayList<>();
    for (LabelledStream.Row row : stream.rows()) {
      gold.add(row.story());
      online.add(engine.place(row.item(), row.item().id(), null).story().name);
    }
    engine.reviewAll();
    List<String> last = new ArrayList<>(online);
    Map<String, String> moved = new HashMap<>();
    engine.moved().forEach(move -> moved.put(move.article().id, move.to()));
    for (int i = 0; i < last.size(); i++) {
      String to = moved.get(stream.rows().get(i).item().id());
      if (to != null) {
        last.set(i, to);
      }
    }
    double across =
        StoryScore.pairF1(
            gold, last, (i, k) -> !stream.rows().get(i).lang().equals(stream.rows().get(k).lang()));
    List<String> urduGold = new ArrayList<>();
    List<String> urdu = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      if (stream.rows().get(i).lang().equals("ur")) {
        urduGold.add(gold.get(i));
        urdu.add(last.get(i));
      }
    }
    StoryScore none = new StoryScore(0, 0, 0);
    return new Reached(
        StoryScore.of(gold, online),
        StoryScore.of(gold, last),
        across,
        urdu.isEmpty() ? none : StoryScore.of(urduGold, urdu));
  }

  static void report(LabelledStream stream, Merge model) {
    long began = System.nanoTime();
    Reached r = reached(stream, (article, small, story, signs) -> model.chance(signs));
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-28s online %.3f  last %.3f (P %.3f R %.3f)  pairs %.3f  across %.3f  ur %.3f  %5.0f/s%n",
        stream.name(),
        r.online().f1(),
        r.last().f1(),
        r.last().precision(),
        r.last().recall(),
        r.last().pairF1(),
        r.across(),
        r.urdu().f1(),
        stream.rows().size() / seconds);
  }
}
