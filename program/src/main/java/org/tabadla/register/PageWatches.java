package org.tabadla.register;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tabadla.model.Shelf.Paper;
import tools.jackson.databind.json.JsonMapper;

/// Who asked to be told of which page's news. All are kept in memory, too, by page, so that a deed
/// finds those who wait for it at once.
public final class PageWatches {
  /// How many one person may have, and all together.
  static final int MOST_OF_AN_OWNER = 200;

  static final int MOST = 20_000;
  private static final String KIND = "register/watch";
  private static final int PAGE = 500;
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_PAGE_CHARS = 400;
  private static final int LONGEST_URL_CHARS = 1_000;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;:\"()\\\\\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"()\\\\\\p{Cntrl}]{1,190}");
  private static final Pattern WEBHOOK = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");
  private static final JsonMapper JSON = new JsonMapper();

  private final org.tabadla.model.Shelf shelf;
  private final Predicate<String> hasLeft;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, PageWatch> byId = new HashMap<>();
  private final Map<String, List<PageWatch>> byPage = new HashMap<>();

  /// @param hasLeft whether an account was closed: what it watched ends with it
  public PageWatches(org.tabadla.model.Shelf shelf, Predicate<String> hasLeft) {
    this.shelf = shelf;
    this.hasLeft = hasLeft;
    List<Paper> page = shelf.list(KIND, null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(paper -> keep(JSON.readValue(paper.body(), PageWatch.class)));
      page = shelf.list(KIND, page.getLast().key(), PAGE);
    }
  }

  /// One page that somebody watches.
  ///
  /// @param owner the account
  /// @param page `` for all, `silent`, `c/ID`, `party/…`, `pair/CN-PK` and so on; of claims
  ///   `claims`, `claim/ID`, `claims/by/NAME`
  /// @param language of the interface, in which it is told
  /// @param email who gets the daily digest; "" for nobody
  /// @param webhook where it is posted at once; "" for nowhere
  /// @param secret the key by which posts are signed, base64
  public record PageWatch(
      String id,
      String owner,
      String page,
      String language,
      String email,
      String webhook,
      String secret,
      Instant added) {}

  /// What came of a wish.
  public sealed interface Outcome {
    /// It stands.
    record Kept(PageWatch watch) implements Outcome {}

    /// What cannot be used: `email`, `webhook`, `page` or `many`, with the value seen.
    record Not(String what, String seen) implements Outcome {}
  }

  /// Lets a person watch a page; another wish for the same page takes the place of the first.
  public synchronized Outcome watch(
      String owner, String page, String language, String email, String webhook, Instant now) {
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      return new Outcome.Not("email", email);
    }
    if (!webhook.isEmpty()
        && (webhook.length() > LONGEST_URL_CHARS || !WEBHOOK.matcher(webhook).matches())) {
      return new Outcome.Not("webhook", webhook);
    }
    if (page.length() > LONGEST_PAGE_CHARS) {
      return new Outcome.Not("page", page);
    }
    Optional<PageWatch> before = of(owner, page);
    if (before.isEmpty() && (byId.size() >= MOST || of(owner).size() >= MOST_OF_AN_OWNER)) {
      return new Outcome.Not("many", String.valueOf(of(owner).size()));
    }
    before.ifPresent(this::forget);
    var watch =
        new PageWatch(
            before.map(PageWatch::id).orElseGet(this::id),
            owner,
            page,
            language,
            email,
            webhook,
            // Who received the posts before must not be able to make one for another address.
            before
                .filter(w -> w.webhook().equals(webhook))
                .map(PageWatch::secret)
                .orElseGet(this::secret),
            now);
    shelf.put(new Paper(KIND, watch.id(), JSON.writeValueAsString(watch)));
    keep(watch);
    return new Outcome.Kept(watch);
  }

  private String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void keep(PageWatch watch) {
    byId.put(watch.id(), watch);
    byPage.computeIfAbsent(watch.page(), p -> new ArrayList<>()).add(watch);
  }

  private void forget(PageWatch watch) {
    byId.remove(watch.id());
    byPage.computeIfPresent(
        watch.page(),
        (p, all) -> {
          all.removeIf(w -> w.id().equals(watch.id()));
          return all.isEmpty() ? null : all;
        });
  }

  /// @return whether it was this person's
  public synchronized boolean remove(String owner, String id) {
    PageWatch watch = byId.get(id);
    if (watch == null || !watch.owner().equals(owner)) {
      return false;
    }
    end(watch);
    return true;
  }

  private void end(PageWatch watch) {
    shelf.remove(KIND, watch.id());
    forget(watch);
  }

  /// Ends what was watched by those who have left.
  private List<PageWatch> standing(List<PageWatch> all) {
    List<PageWatch> gone = all.stream().filter(w -> hasLeft.test(w.owner())).toList();
    gone.forEach(this::end);
    return gone.isEmpty() ? all : all.stream().filter(w -> !gone.contains(w)).toList();
  }

  /// @return what a person watches, by page
  public synchronized List<PageWatch> of(String owner) {
    return byId.values().stream()
        .filter(w -> w.owner().equals(owner))
        .sorted(java.util.Comparator.comparing(PageWatch::page))
        .toList();
  }

  public synchronized Optional<PageWatch> of(String owner, String page) {
    return byPage.getOrDefault(page, List.of()).stream()
        .filter(w -> w.owner().equals(owner))
        .findFirst();
  }

  /// @return whether nobody watches anything
  public synchronized boolean isEmpty() {
    return byId.isEmpty();
  }

  synchronized Optional<PageWatch> find(String id) {
    return Optional.ofNullable(byId.get(id)).filter(w -> !standing(List.of(w)).isEmpty());
  }

  /// @return who watches one of these pages
  synchronized List<PageWatch> of(List<String> pages) {
    return byPage.isEmpty()
        ? List.of()
        : standing(
            pages.stream().flatMap(p -> byPage.getOrDefault(p, List.of()).stream()).toList());
  }
}
