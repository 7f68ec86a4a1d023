package org.tabadla.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.SourceId;
import org.tabadla.read.PageTrace;
import org.tabadla.read.SiteMemories;
import org.tabadla.read.SiteMemory;
import org.tabadla.store.Store;

/// What the road has learnt of each site's pages: the memories in use at hand, all of them in the
/// store. Safe for many threads.
///
/// A young memory is saved at every page, an older one at every eighth; what a `kill -9` loses is
/// learnt from later pages. When a memory has grown four times since, the site's articles become
/// due to be read again.
final class Learning implements SiteMemories {
  private static final int SITES_AT_HAND = 64;
  private static final int YOUNG_PAGES = 8;
  private static final int PAGES_A_SAVE = 8;

  /// At so many pages the articles read before are read again. Never at fewer and then at more in
  /// turn: a memory only counts up.
  private static final Set<Integer> REREAD_AT_PAGES = Set.of(5, 20, 80, 320);

  /// Some articles teach nothing, as copies; so there may be more of them than of pages.
  private static final int ARTICLES_PER_PAGE = 2;

  private final Store store;
  private final Map<SourceId, Known> atHand = new LinkedHashMap<>(SITES_AT_HAND, 0.75f, true);

  private static final class Known {
    SiteMemory memory;
    int savedPages;

    Known(SiteMemory memory) {
      this.memory = memory;
      this.savedPages = memory.pages();
    }
  }

  Learning(Store store) {
    this.store = store;
  }

  @Override
  public synchronized SiteMemory of(SourceId site) {
    return known(site).memory;
  }

  private Known known(SourceId site) {
    Known known = atHand.get(site);
    if (known == null) {
      makeRoom();
      known =
          new Known(
              store
                  .siteMemory(site)
                  .map(stored -> SiteMemory.of(stored.array()))
                  .orElse(SiteMemory.NONE));
      atHand.put(site, known);
    }
    return known;
  }

  private void makeRoom() {
    while (atHand.size() >= SITES_AT_HAND) {
      var eldest = atHand.entrySet().iterator();
      var entry = eldest.next();
      save(entry.getKey(), entry.getValue(), 0);
      eldest.remove();
    }
  }

  /// @param trace null when there is nothing to learn
  synchronized void learn(SourceId site, @Nullable PageTrace trace) {
    if (trace == null) {
      return;
    }
    Known known = known(site);
    SiteMemory after = known.memory.after(trace);
    if (after.pages() == known.memory.pages()) {
      return;
    }
    known.memory = after;
    int pages = after.pages();
    boolean again = REREAD_AT_PAGES.contains(pages);
    if (again || pages <= YOUNG_PAGES || pages >= known.savedPages + PAGES_A_SAVE) {
      save(site, known, again ? pages * ARTICLES_PER_PAGE : 0);
    }
  }

  private void save(SourceId site, Known known, int again) {
    if (again > 0 || known.savedPages != known.memory.pages()) {
      store.saveSiteMemory(site, new Bytes(known.memory.bytes()), again);
      known.savedPages = known.memory.pages();
    }
  }

  /// Saves what is not saved yet.
  synchronized void save() {
    atHand.forEach((site, known) -> save(site, known, 0));
  }

  /// Begins anew, as the store does when it forgets what is derived.
  synchronized void forget() {
    atHand.clear();
  }

  /// Saves everything and takes all re-reading for done: what comes now is read with all there is.
  synchronized void done() {
    save();
    for (var due = store.rereadings(SITES_AT_HAND);
        !due.isEmpty();
        due = store.rereadings(SITES_AT_HAND)) {
      due.forEach(one -> store.advance(one, 0, null));
    }
  }
}
