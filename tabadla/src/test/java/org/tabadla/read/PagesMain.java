package org.tabadla.read;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.tabadla.model.Bytes;
import org.tabadla.model.Found;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads all pages of the packs and writes predictions for score_read.py.
public final class PagesMain {
  public static void main(String[] args) throws Exception {
    Path packs = Packs.folder().resolve("read");
    Map<String, Page> pages = new TreeMap<>();
    for (Path gold :
        Files.list(packs).map(p -> p.resolve("gold.json")).filter(Files::exists).toList()) {
      String set = gold.getParent().getFileName().toString();
      if (args.length > 1 && !args[1].contains(set)) continue;
      for (Map.Entry<String, JsonNode> e :
          JsonMapper.shared().readTree(Files.readAllBytes(gold)).properties()) {
        byte[] gz = Files.readAllBytes(gold.resolveSibling("html/" + e.getKey() + ".html.gz"));
        byte[] raw = new GZIPInputStream(new ByteArrayInputStream(gz)).readAllBytes();
        JsonNode url = e.getValue().get("url");
        pages.put(
            set + "/" + e.getKey(),
            new Page(
                url == null ? null : url.asString(),
                null,
                new Bytes(raw),
                Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
    Map<String, Object> out = new TreeMap<>();
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    for (int r = 0; r < rounds; r++) {
      long t = System.nanoTime();
      try (var pool = Executors.newFixedThreadPool(rounds > 1 ? 1 : 2)) {
        var jobs = new ArrayList<Callable<Object>>();
        pages.forEach((id, page) -> jobs.add(() -> one(id, page, out)));
        for (var f : pool.invokeAll(jobs)) f.get();
      }
      System.err.printf("%d pages %.2f s%n", pages.size(), (System.nanoTime() - t) / 1e9);
    }
    Files.writeString(Path.of(args[0]), JsonMapper.shared().writeValueAsString(out));
  }

  private static Object one(String id, Page page, Map<String, Object> out) {
    Map<String, Object> row = new TreeMap<>();
    switch (PageReader.read(page, new SourceId("folder-x"))) {
      case Reading.Read(var a) -> {
        row.put("body", a.text());
        row.put("title", a.title().value());
        row.put("author", a.authors().stream().map(Found::value).collect(Collectors.joining(", ")));
        row.put("date", a.published() == null ? null : a.published().value().date().toString());
        row.put("rule", a.published() == null ? null : a.published().rule());
        row.put("lang", a.lang().tag());
        row.put("site", a.site());
        row.put("image", a.image() == null ? null : a.image().url());
        row.put("agency", a.agency() == null ? null : a.agency().value());
        row.put("dateline", a.dateline() == null ? null : a.dateline().value());
        row.put("canonical", a.url());
        row.put("paywalled", a.paywalled());
      }
      case Reading.NotAnArticle(var why) -> row.put("why", why);
      case Reading.Unreadable(var why) -> row.put("why", "UNREADABLE " + why);
    }
    synchronized (out) {
      out.put(id, row);
    }
    return id;
  }
}
