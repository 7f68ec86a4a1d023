package org.tabadla.read;

import java.nio.file.*;
import java.util.zip.*;
import org.jsoup.Jsoup;

public final class DumpMain {
  public static void main(String[] a) throws Exception {
    for (String id : a) {
      byte[] raw =
          new GZIPInputStream(
                  Files.newInputStream(
                      Packs.folder().resolve("read/" + id.replace("/", "/html/") + ".html.gz")))
              .readAllBytes();
      String cs = Charsets.detect(raw, null, Charsets.Kind.HTML);
      var d = Jsoup.parse(Charsets.decode(raw, cs));
      PageTree t = PageTree.of(d);
      PageBody b = PageBody.of(t, d.title());
      System.out.println(
          "## "
              + id
              + " "
              + cs
              + " title="
              + d.title()
              + " main="
              + b.main().element.cssSelector()
              + " prose="
              + b.main().prose
              + " of "
              + t.boxes().get(0).prose);
      for (int i = 0; i < t.lines().size(); i++) {
        Line l = t.lines().get(i);
        Box x = t.boxes().get(l.box());
        String path = "";
        int k = l.box();
        for (int n = 0; n < 4 && k > 0; n++) {
          var q = t.boxes().get(k);
          path +=
              " "
                  + q.element.normalName()
                  + "."
                  + q.element.className().replace(' ', '.')
                  + (q.element.id().isEmpty() ? "" : "#" + q.element.id());
          k = q.parent;
        }
        System.out.println(
            (b.lines().get(i) ? "K" : x.furniture ? "f" : "-")
                + " "
                + (int) l.units()
                + "/"
                + (int) l.linkUnits()
                + "/"
                + l.marks()
                + " ["
                + path.strip()
                + "] "
                + l.text().substring(0, Math.min(90, l.text().length())));
      }
    }
  }
}
