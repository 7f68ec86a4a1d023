package org.tabadla.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tabadla.address.Address;
import org.tabadla.flow.Road.Carried;
import org.tabadla.flow.Road.Prepared;
import org.tabadla.model.Article;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.model.Visit;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;
import org.tabadla.read.SeveralPages;

/// Fetches the further pages of an article that its outlet spreads over several, by the same
/// collector as every page, so robots.txt and the host's pace are kept.
///
/// Nothing is lost when the program is killed between two pages: the first page is kept last, so
/// the whole article is fetched again.
final class FurtherPages {
  private final Road road;
  private final Patience patience;

  FurtherPages(Road road, Patience patience) {
    this.road = road;
    this.patience = patience;
  }

  /// Carries a page along the road, with the pages on which it goes on.
  Carried carry(Arrival arrival) throws InterruptedException {
    PageReport first = road.report(arrival);
    List<Page> parts =
        first.reading() instanceof Reading.Read(var article)
            ? fetched(article, arrival)
            : List.of();
    parts.forEach(part -> road.keepPart(part, arrival.address(), arrival.source()));
    Prepared prepared = road.prepare(road.keep(arrival.with(parts)), first);
    return road.settle(prepared);
  }

  private List<Page> fetched(Article first, Arrival arrival) throws InterruptedException {
    Set<String> asked = new LinkedHashSet<>();
    asked.add(arrival.address());
    asked.add(first.url());
    List<String> todo = new ArrayList<>(SeveralPages.further(first));
    List<Page> parts = new ArrayList<>();
    while (!todo.isEmpty() && parts.size() < SeveralPages.PAGES_MAX - 1) {
      String address = todo.removeFirst();
      if (!isSameHost(address, first.url()) || !asked.add(address)) {
        continue;
      }
      // A page that cannot be had leaves a gap that the article tells of; those after it would not
      // join to what is before it.
      if (!(patience.visit(address, null, null) instanceof Visit.Fresh(Page page, _, _, _, _, _))
          || !(PageReader.read(page, arrival.source()) instanceof Reading.Read(var part))) {
        break;
      }
      parts.add(page);
      further(part).stream()
          .filter(a -> !asked.contains(a) && !todo.contains(a))
          .forEach(todo::add);
    }
    return parts;
  }

  /// Page 2 may be the first to name page 3.
  private static List<String> further(Article part) {
    return SeveralPages.after(part);
  }

  private static boolean isSameHost(String address, String other) {
    String host = Address.authority(address);
    return host != null && host.equals(Address.authority(other));
  }

  /// Joins pages in order. Pure, so that the archive gives the same article again.
  static Article joined(Article first, List<Page> pages, SourceId source) {
    List<Article> parts = new ArrayList<>();
    Set<String> had = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>(SeveralPages.further(first));
    for (Page page : pages) {
      if (PageReader.read(page, source) instanceof Reading.Read(var part)) {
        parts.add(part);
        named.addAll(SeveralPages.after(part));
      }
      if (page.url() != null) {
        had.add(page.url());
      }
    }
    named.removeAll(had);
    named.remove(first.url());
    return SeveralPages.joined(first, parts, List.copyOf(named));
  }
}
