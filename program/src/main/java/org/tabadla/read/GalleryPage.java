package org.tabadla.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Block;

/// A page that tells with pictures: each with its caption and credit, in order. There may be no
/// other text at all.
final class GalleryPage {
  private static final int PICTURES_MIN = 3;
  private static final int PICTURES_MAX = 200;

  /// Boxes between a picture and what holds it and its caption.
  private static final int LEVELS_MAX = 6;

  private static final float CAPTION_MAX_UNITS = 500;
  private static final float CREDIT_MAX_UNITS = 60;
  private static final float LINKS_MAX_SHARE = 0.6f;
  private static final Set<String> CREDIT_NAMES =
      Set.of("credit", "credits", "copyright", "photographer", "photocredit", "imagecredit");

  private final PageTree tree;
  private final PageBody body;
  private final List<Slide> slides;
  private final BitSet captions;

  /// @param holder the box that holds a picture with its caption, and no other picture
  /// @param lines its caption and credit
  private record Slide(PageTree.Shot shot, int holder, List<Integer> lines) {}

  private GalleryPage(PageTree tree, PageBody body, List<Slide> slides) {
    this.tree = tree;
    this.body = body;
    this.slides = slides;
    this.captions = new BitSet();
    slides.forEach(slide -> slide.lines().forEach(captions::set));
  }

  /// @return the gallery that this page is, or null
  static @Nullable GalleryPage of(
      PageTree tree, PageBody body, JsonLd data, String title, String url) {
    if (tree.shots().size() < PICTURES_MIN) {
      return null;
    }
    boolean named =
        data.first("ImageGallery") != null
            || data.first("MediaGallery") != null
            || KindWords.in(KindWords.GALLERY, title) != null
            || KindWords.in(KindWords.GALLERY, url) != null;
    if (!named && !body.lines().isEmpty()) {
      return null;
    }
    List<Slide> slides = slides(tree, url);
    if (slides.size() < PICTURES_MIN) {
      return null;
    }
    var page = new GalleryPage(tree, body, slides);
    float said = page.units(page.captions);
    float prose = page.units(page.prose());
    return body.lines().isEmpty() || said > prose ? page : null;
  }

  /// @return the lines of the captions, by which the page's language is known
  BitSet captions() {
    return captions;
  }

  /// The chosen lines that are no captions.
  private BitSet prose() {
    var lines = new BitSet();
    lines.or(body.lines());
    lines.andNot(captions);
    return lines;
  }

  private float units(BitSet lines) {
    float sum = 0;
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      sum += tree.lines().get(i).units();
    }
    return sum;
  }

  private static List<Slide> slides(PageTree tree, String base) {
    var out = new ArrayList<Slide>();
    var seen = new HashSet<String>();
    List<PageTree.Shot> shots = tree.shots();
    for (int i = 0; i < shots.size() && out.size() < PICTURES_MAX; i++) {
      PageTree.Shot shot = shots.get(i);
      String address = PagePicture.address(shot.image(), base);
      if (address == null || isElsewhere(tree, shot.box())) {
        continue;
      }
      int holder = holder(tree, shots, i);
      List<Integer> lines = holder < 0 ? List.of() : captionLines(tree, holder);
      if (!lines.isEmpty() && seen.add(address)) {
        out.add(new Slide(shot, holder, lines));
      }
    }
    return out;
  }

  /// Within a menu, a sidebar, or a link to another page: no picture of this article.
  private static boolean isElsewhere(PageTree tree, int box) {
    for (int at = box; at > 0; at = tree.boxes().get(at).parent) {
      Box b = tree.boxes().get(at);
      boolean leads =
          b.is("a")
              && !b.element
                  .attr("href")
                  .matches("(?i)#.*|.*\\.(?:jpe?g|png|webp|gif|avif)(?:\\?.*)?|");
      boolean side = b.is("aside") || b.is("nav") || b.is("footer") || b.is("header");
      if (leads || side || (b.furniture && (b.kinds & PageWords.SIDE) != 0)) {
        return true;
      }
    }
    return false;
  }

  /// The largest box near a picture that holds no other picture.
  private static int holder(PageTree tree, List<PageTree.Shot> shots, int i) {
    int at = shots.get(i).box();
    int holder = -1;
    for (int level = 0; level < LEVELS_MAX && at > 0; level++, at = tree.boxes().get(at).parent) {
      Box b = tree.boxes().get(at);
      boolean alone =
          (i == 0 || shots.get(i - 1).box() < at)
              && (i + 1 == shots.size() || shots.get(i + 1).box() >= b.endBox);
      if (!alone || b.is("body") || b.is("main") || b.is("article")) {
        break;
      }
      holder = at;
      if (b.is("figure")) {
        break;
      }
    }
    return holder;
  }

  private static List<Integer> captionLines(PageTree tree, int holder) {
    Box b = tree.boxes().get(holder);
    var lines = new ArrayList<Integer>();
    float units = 0;
    float links = 0;
    for (int i = b.firstLine; i < b.endLine; i++) {
      Line line = tree.lines().get(i);
      if (line.units() > 1 && !isHeadline(tree, line)) {
        lines.add(i);
        units += line.units();
        links += line.linkUnits();
      }
    }
    boolean caption = units > 0 && units <= CAPTION_MAX_UNITS && links <= LINKS_MAX_SHARE * units;
    return caption ? lines : List.of();
  }

  private static boolean isHeadline(PageTree tree, Line line) {
    return tree.boxes().get(line.box()).is("h1");
  }

  /// @return the prose, then the gallery
  List<Block> blocks(
      Function<BitSet, List<Block>> blocks, UnaryOperator<String> form, String base) {
    var out = new ArrayList<Block>();
    for (Block block : blocks.apply(prose())) {
      if (!(block instanceof Block.Picture)) {
        out.add(block);
      }
    }
    var pictures = new ArrayList<Block.Picture>();
    for (Slide slide : slides) {
      String url = PagePicture.address(slide.shot().image(), base);
      if (url != null) {
        pictures.add(picture(slide, url, form));
      }
    }
    out.add(new Block.Gallery(pictures));
    return out;
  }

  private Block.Picture picture(Slide slide, String url, UnaryOperator<String> form) {
    var caption = new StringBuilder();
    String credit = null;
    for (int i : slide.lines()) {
      Line line = tree.lines().get(i);
      if (credit == null && isCredit(line)) {
        credit = line.text();
      } else {
        caption.append(caption.isEmpty() ? "" : " ").append(line.text());
      }
    }
    String words = caption.toString();
    if (credit == null) {
      credit = inlineCredit(tree.boxes().get(slide.holder()).element, words);
      if (credit != null) {
        words = words.substring(0, words.length() - credit.length()).strip();
      }
    }
    String shown = words.isEmpty() ? null : form.apply(words);
    return new Block.Picture(url, shown, credit == null ? null : form.apply(credit));
  }

  private boolean isCredit(Line line) {
    if (line.units() > CREDIT_MAX_UNITS) {
      return false;
    }
    return KindWords.start(KindWords.CREDIT, line.text().replaceFirst("^[(\\[©]+\\s*", "")) != null
        || line.text().startsWith("©")
        || isCredit(tree.boxes().get(line.box()).element);
  }

  private static boolean isCredit(Element element) {
    for (String name :
        element.className().toLowerCase(java.util.Locale.ROOT).split("[^a-z]+", -1)) {
      if (CREDIT_NAMES.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /// A credit that closes the caption's own line: a marked part, or the last brackets.
  private static @Nullable String inlineCredit(Element holder, String caption) {
    for (Element part : holder.select("[class*=credit],[class*=copyright],cite,small")) {
      String words = part.text().strip();
      if (!words.isEmpty() && caption.length() > words.length() && caption.endsWith(words)) {
        return words;
      }
    }
    int open = Math.max(caption.lastIndexOf('('), caption.lastIndexOf('（'));
    boolean closes = caption.endsWith(")") || caption.endsWith("）");
    if (open > 0 && closes && Line.units(caption.substring(open)) <= CREDIT_MAX_UNITS) {
      String inside = caption.substring(open + 1, caption.length() - 1);
      boolean credit =
          KindWords.start(KindWords.CREDIT, inside) != null
              || inside.indexOf('/') > 0
              || inside.startsWith("©");
      return credit ? caption.substring(open) : null;
    }
    return null;
  }
}
