package org.tabadla.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabadla.address.Address;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.collect.Robots;
import org.tabadla.model.Article;
import org.tabadla.model.Bytes;
import org.tabadla.model.Found;
import org.tabadla.model.Moment;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.Charsets;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;
import tools.jackson.databind.node.ObjectNode;

/// Pipe tasks on pages and addresses: read, charset, url, robots, reachable.
final class PageTasks {
  private static final SourceId UNKNOWN = new SourceId("pipe");
  private static final NetworkGuard PUBLIC_ONLY = new NetworkGuard(Set.of());

  private PageTasks() {}

  static ObjectNode read(ObjectNode line, Path base) {
    Bytes bytes = PipeInput.bytes(line, base, "html_file", "html_base64");
    String contentType = PipeInput.textOrNull(line, "content_type");
    Page page = new Page(PipeInput.textOrNull(line, "url"), contentType, bytes, Instant.now());
    PageReport report = PageReader.report(page, UNKNOWN);
    return switch (report.reading()) {
      case Reading.Read(var article) -> article(article, report);
      case Reading.NotAnArticle(var why) ->
          throw new IllegalArgumentException("not an article: " + why);
      case Reading.Unreadable(var why) -> throw new IllegalArgumentException("unreadable: " + why);
    };
  }

  /// Title and body letter for letter, as a researcher wants them; a reader sees them repaired.
  private static ObjectNode article(Article a, PageReport report) {
    ObjectNode out = TextTasks.object();
    out.put("title", report.title());
    out.put("body", report.text());
    out.put(
        "author",
        a.authors().isEmpty()
            ? null
            : a.authors().stream().map(Found::value).collect(Collectors.joining(", ")));
    Moment published = a.published() == null ? null : a.published().value();
    out.put("date", published == null ? null : published.date().toString());
    out.put(
        "published",
        published == null || published.precision() == Moment.Precision.DAY
            ? null
            : instant(published.at()));
    out.put("lang", a.lang().tag());
    out.put("dir", a.lang().dir());
    out.put("site", a.site());
    out.put("image", a.image() == null ? null : a.image().url());
    out.put("canonical", a.url().startsWith("file:") ? null : a.url());
    out.put("agency", a.agency() == null ? null : a.agency().value());
    out.put("dateline", a.dateline() == null ? null : a.dateline().value());
    out.put("charset", report.charset());
    return out;
  }

  static ObjectNode charset(ObjectNode line) {
    byte[] body = Base64.getMimeDecoder().decode(PipeInput.text(line, "body_base64"));
    Charsets.Kind kind =
        PipeInput.textOr(line, "kind", "html").equals("html")
            ? Charsets.Kind.HTML
            : Charsets.Kind.XML;
    return TextTasks.object()
        .put("charset", Charsets.detect(body, PipeInput.textOrNull(line, "content_type"), kind));
  }

  static ObjectNode url(ObjectNode line) {
    String input = PipeInput.text(line, "input");
    String op = PipeInput.textOr(line, "op", "parse");
    String href =
        switch (op) {
          case "parse" -> Address.parse(input, PipeInput.textOrNull(line, "base"));
          case "normalize" -> Address.normalize(input);
          case "canonical" -> Address.canonical(input);
          default ->
              throw new IllegalArgumentException(
                  "no such op: " + op + "; parse, normalize or canonical");
        };
    return TextTasks.object().put("href", href);
  }

  static ObjectNode robots(ObjectNode line) {
    String robots = PipeInput.text(line, "robots");
    String agent = PipeInput.text(line, "agent");
    String url = PipeInput.text(line, "url");
    String site = PipeInput.textOrNull(line, "robots_url");
    boolean allowed =
        site == null
            ? Robots.allowed(robots, agent, url)
            : Robots.allowed(robots, site, agent, url);
    return TextTasks.object().put("allowed", allowed);
  }

  static ObjectNode reachable(ObjectNode line) {
    return TextTasks.object().put("allowed", PUBLIC_ONLY.mayReach(PipeInput.text(line, "input")));
  }

  /// An instant to the second, as the contract wants it.
  static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
