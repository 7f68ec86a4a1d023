package org.tabadla.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Archive;
import org.tabadla.collect.Archived;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;
import org.tabadla.model.SourceId;
import org.tabadla.read.PageLine;
import org.tabadla.read.PageReader;
import org.tabadla.read.SiteMemory;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Kept;

/// Says of each line of a page whether it is in the article, and why: read again now, with today's
/// reader and what is known of the site.
final class ShownReading {
  private static final int SHOWN_CHARS = 72;
  private static final SourceId UNKNOWN = new SourceId("file");

  private final Rooms.Shelves shelves;
  private final Said said;
  private final boolean json;

  ShownReading(Rooms.Shelves shelves, Said said, boolean json) {
    this.shelves = shelves;
    this.said = said;
    this.json = json;
  }

  /// @throws Refusal when the page of its newest version is not at hand
  void of(Entry entry) {
    String record =
        shelves.store().kept(entry.article().id()).stream()
            .filter(kept -> kept.version() == entry.version())
            .map(Kept::record)
            .findFirst()
            .orElseGet(() -> visited(entry));
    if (record == null) {
      throw new Refusal(
          "[" + entry.article().url() + "] no page is kept: the article is the feed's own words",
          "./tabadla show " + entry.article().id() + " shows where its values were found");
    }
    Archived.Kept kept = Archive.read(Rooms.archive(shelves.settings()), record);
    print(kept.page(), entry.article().source());
  }

  /// Articles from before records were kept by version still have the one of their newest visit.
  private @Nullable String visited(Entry entry) {
    return shelves.store().visit(entry.article().url()).map(visit -> visit.record()).orElse(null);
  }

  void ofFile(Path file) {
    try {
      Bytes bytes = new Bytes(Files.readAllBytes(file));
      print(new Page(null, null, bytes, Instant.now()), UNKNOWN);
    } catch (IOException e) {
      throw new Refusal(
          "[" + file + "] cannot be read: " + e.getMessage(), "name a saved page of HTML");
    }
  }

  private void print(Page page, SourceId source) {
    List<PageLine> lines = PageReader.explain(page, source, this::memory);
    if (lines.isEmpty()) {
      throw new Refusal("no text on this page", "name a page of HTML");
    }
    for (PageLine line : lines) {
      if (json) {
        var out = new LinkedHashMap<String, Object>();
        out.put("kept", line.kept());
        out.put("why", line.why());
        out.put("text", line.text());
        said.json(out);
      } else {
        said.line(
            String.format(
                Locale.ROOT, "%-7s  %s", line.kept() ? "kept" : "dropped", beginning(line.text())));
        said.line("         " + line.why());
      }
    }
  }

  private SiteMemory memory(SourceId site) {
    return shelves
        .store()
        .siteMemory(site)
        .map(stored -> SiteMemory.of(stored.array()))
        .orElse(SiteMemory.NONE);
  }

  private static String beginning(String text) {
    int cut =
        text.offsetByCodePoints(0, Math.min(SHOWN_CHARS, text.codePointCount(0, text.length())));
    return cut == text.length() ? text : text.substring(0, cut) + "…";
  }
}
