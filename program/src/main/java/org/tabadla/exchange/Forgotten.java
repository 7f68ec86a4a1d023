package org.tabadla.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;

/// Files of the vault that nothing names: forms that were sent and refused, uploads that expired,
/// fetches that were given up. After a week they are thrown away.
///
/// Whatever a deed of any room names stays for good, also in an older version of a listing: each
/// run of 64 hex digits in a deed counts as a name, so that no kind of deed can be overlooked.
public final class Forgotten {
  private static final Logger LOG = LoggerFactory.getLogger(Forgotten.class);

  /// How long a file lies that nothing names.
  public static final Duration KEPT = Duration.ofDays(7);

  private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  private final Deliveries deliveries;
  private final Journal journal;
  private final Predicate<String> fetched;
  private final InstantSource clock;
  private final Set<String> named = new HashSet<>();
  private long seen;

  /// @param fetched tells of a digest whether such a file is on its way from another house
  public Forgotten(
      Deliveries deliveries, Journal journal, Predicate<String> fetched, InstantSource clock) {
    this.deliveries = deliveries;
    this.journal = journal;
    this.fetched = fetched;
    this.clock = clock;
  }

  /// Throws away what has been forgotten.
  ///
  /// @return how many files
  public synchronized int sweep() {
    Instant before = clock.instant().minus(KEPT);
    Vault vault = deliveries.vault();
    int swept = 0;
    try {
      for (String sha256 : vault.untouchedSince(before)) {
        // Looked up for each anew: a deed may have come while the one before was thrown away.
        swept += !isNamed(sha256) && vault.discard(sha256, before) ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (swept > 0) {
      LOG.info("[files] {} that nothing names were thrown away", swept);
    }
    return swept;
  }

  /// What is on its way is asked after before the deeds: it may come to be named in between.
  private boolean isNamed(String sha256) {
    if (named.contains(sha256)) {
      return true;
    }
    if (deliveries.uploads().names(sha256) || fetched.test(sha256)) {
      return true;
    }
    catchUp();
    return named.contains(sha256);
  }

  private void catchUp() {
    for (List<Logged> page = journal.all(seen); !page.isEmpty(); page = journal.all(seen)) {
      for (Logged entry : page) {
        Matcher digest = DIGEST.matcher(entry.deed().body());
        while (digest.find()) {
          named.add(digest.group());
        }
        seen = entry.seq();
      }
    }
  }
}
