package org.tabadla.read;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.tabadla.bench.Overlap;
import org.tabadla.bench.PackSet;

/// Makes `lines.model`: grows the two looks of {@link LineModel} on pages whose body is known.
///
/// `./tabadla train [DATA [lines.model]]`, with the read packs in DATA. It prints how well bodies
/// come out on sites that a model has not seen (five folds by site, the second look trained within
/// each) and then writes the model of all pages. The same pages give the same model.
final class TrainLines {
  private static final String DATA = "../shared/data/read";
  private static final String MODEL = "program/src/main/resources/org/tabadla/read/lines.model";
  private static final int FOLDS = 5;
  private static final int NO_FOLD = -1;

  private static final TreeGrower.Plan FIRST =
      new TreeGrower.Plan(150, 32, 0.12, 3, 0.4, 0.5, EnumSet.range(Trait.UNITS, lastOfFirst()));

  /// The second look sees only what came of the first: the rest would let it learn again what the
  /// first knows, from pages that the first knows too well.
  private static final TreeGrower.Plan SECOND =
      new TreeGrower.Plan(
          60, 6, 0.1, 20, 0.5, 0.5, EnumSet.range(Trait.FIRST_LOOK, Trait.LOOK_BEST));

  /// How much a page weighs, by what is known of it.
  private static final double PAGE_WEIGHT = 60;

  private static final double MADE_PAGE_WEIGHT = 40;
  private static final double SNIPPETS_WEIGHT = 20;

  /// A line weighs by its share of the body, and a little for being one.
  private static final double LINE_WEIGHT = 0.2;

  private static final double SHARE_WEIGHT = 30;
  private static final double LINE_MAX_WEIGHT = 3;
  private static final float BODY_MIN_UNITS = 100;
  private static final float SNIPPET_PAGE_UNITS = 1500;

  private TrainLines() {}

  private static Trait lastOfFirst() {
    return Trait.at(Trait.FIRST - 1);
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : DATA);
    Path file = Path.of(args.length > 1 ? args[1] : MODEL);
    List<LabelledPage> pages = pages(data);
    System.out.printf(Locale.ROOT, "%d pages%n", pages.size());
    crossValidate(pages);
    LineModel model = model(pages, NO_FOLD);
    report("all pages, seen in training", pages, page -> model.chances(page.traits()));
    Files.write(file, written(model));
    System.out.printf(Locale.ROOT, "%s: %d bytes%n", file, Files.size(file));
  }

  private static List<LabelledPage> pages(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      System.err.println("no pages to learn from: " + data + "; name the folder of the read packs");
      System.exit(2);
    }
    var pages = new ArrayList<LabelledPage>();
    try (Stream<Path> folders = Files.list(data)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("gold.json"))) {
          PackSet set = PackSet.of(folder);
          set.cases().stream()
              .filter(page -> page.body() != null || page.with() != null)
              .map(page -> LabelledPage.of(set.name(), page))
              .forEach(pages::add);
        }
      }
    }
    return pages;
  }

  private static void crossValidate(List<LabelledPage> pages) throws IOException {
    Map<LabelledPage, float[]> chances = new HashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      LineModel model = model(pages, fold);
      for (LabelledPage page : pages) {
        if (page.fold(FOLDS) == fold) {
          chances.put(page, model.chances(page.traits()));
        }
      }
    }
    report("sites not seen in training", pages, page -> Objects.requireNonNull(chances.get(page)));
  }

  /// @param fold the pages that are left out
  private static LineModel model(List<LabelledPage> pages, int fold) {
    List<LabelledPage> known = pages.stream().filter(p -> p.fold(FOLDS) != fold).toList();
    LineTrees first = grow(known, NO_FOLD, FIRST);
    // The second look learns from first looks at pages that they have not seen, as it will be used.
    Map<Integer, LineTrees> looks =
        IntStream.range(0, FOLDS)
            .filter(inner -> inner != fold)
            .parallel()
            .boxed()
            .collect(Collectors.toMap(inner -> inner, inner -> grow(known, inner, FIRST)));
    for (LabelledPage page : known) {
      page.traits()
          .look(
              LineModel.chances(
                  page.traits(), Objects.requireNonNull(looks.get(page.fold(FOLDS)))));
    }
    return new LineModel(first, grow(known, NO_FOLD, SECOND));
  }

  private static LineTrees grow(List<LabelledPage> pages, int fold, TreeGrower.Plan plan) {
    var examples = new ArrayList<TreeGrower.Example>();
    for (LabelledPage page : pages) {
      if (page.fold(FOLDS) != fold) {
        addExamples(page, examples);
      }
    }
    return new TreeGrower(examples, plan).grow();
  }

  private static void addExamples(LabelledPage page, List<TreeGrower.Example> examples) {
    float body = 0;
    for (int i = 0; i < page.lines(); i++) {
      body += page.isBody(i) ? page.units(i) : 0;
    }
    boolean whole = page.gold().body() != null;
    body = Math.max(whole ? BODY_MIN_UNITS : SNIPPET_PAGE_UNITS, body);
    double sum = 0;
    var own = new ArrayList<TreeGrower.Example>();
    for (int i = 0; i < page.lines(); i++) {
      if (page.isKnown(i) && LineModel.isWorthALook(page.traits(), i)) {
        double share = SHARE_WEIGHT * page.units(i) / body;
        double weight = Math.min(LINE_MAX_WEIGHT, LINE_WEIGHT + share);
        sum += weight;
        own.add(new TreeGrower.Example(page.traits().row(i), page.isBody(i), weight, page.site()));
      }
    }
    double wanted = whole ? PAGE_WEIGHT : SNIPPETS_WEIGHT;
    wanted = page.set().equals("urdu_relex") ? MADE_PAGE_WEIGHT : wanted;
    for (TreeGrower.Example example : own) {
      examples.add(example.weighing(example.weight() * wanted / sum));
    }
  }

  private interface Looker {
    float[] at(LabelledPage page);
  }

  private static void report(String what, List<LabelledPage> pages, Looker looker) {
    Map<String, List<Overlap>> bodies = new TreeMap<>();
    Map<String, Integer> exact = new HashMap<>();
    for (LabelledPage page : pages) {
      String gold = page.gold().body();
      if (gold != null) {
        List<String> wanted = Overlap.words(gold);
        List<String> got = Overlap.words(page.text(taken(page, looker.at(page))));
        bodies.computeIfAbsent(page.set(), _ -> new ArrayList<>()).add(Overlap.of(wanted, got));
        exact.merge(page.set(), wanted.equals(got) ? 1 : 0, Integer::sum);
      }
    }
    System.out.println(what);
    bodies.forEach((set, all) ->
        System.out.printf(
            Locale.ROOT,
            "  %-12s F1 %.4f  exact %.3f%n",
            set,
            Overlap.f1(all),
            exact.getOrDefault(set, 0) / (double) all.size()));
  }

  private static BitSet taken(LabelledPage page, float[] chances) {
    var kept = new BitSet();
    for (int i = 0; i < chances.length; i++) {
      kept.set(i, chances[i] >= LineModel.TAKEN);
    }
    LineVetoes.apply(page.tree(), kept, page.title(), new HashMap<>());
    return kept;
  }

  private static byte[] written(LineModel model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      model.write(out);
    }
    return bytes.toByteArray();
  }
}
