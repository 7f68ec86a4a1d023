package org.tabadla.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;

/// The records of standing queries: searches that were saved, what they met, and what is still to
/// be told. As lasting as the articles themselves.
public interface WatchRecords {
  /// How many standing queries there may be.
  int MOST = 20_000;

  /// How many one account may have.
  int MOST_OF_AN_OWNER = 200;

  /// One standing query.
  ///
  /// @param id not to be guessed: who knows it may read its list and feeds
  /// @param owner the account whose it is; null when it is nobody's but the operator's
  /// @param title as its owner calls it; the query itself where nobody called it anything
  /// @param webhook where hits are posted; null when nowhere
  /// @param secret the key by which posts are signed, base64
  /// @param email who gets the digest; null when nobody
  /// @param hits how many articles it has met
  /// @param trouble the newest trouble of telling in one line, null when all is well
  record Watch(
      String id,
      @Nullable String owner,
      String query,
      String title,
      Instant added,
      @Nullable String webhook,
      @Nullable String secret,
      @Nullable String email,
      long hits,
      @Nullable String trouble) {}

  /// How hits leave the house.
  enum Way {
    WEBHOOK,
    DIGEST
  }

  /// An article that met a standing query.
  record Hit(String watch, ArticleId article) {}

  /// A hit that is still to be told.
  ///
  /// @param attempts how often that failed
  record Due(String watch, ArticleId article, int attempts) {}

  /// When what is met now is to be told.
  ///
  /// @param now for webhooks
  /// @param digest for the digest
  record Times(Instant now, Instant digest) {}

  /// Grows whenever one is added, changed or removed.
  long changes();

  /// All, oldest first.
  List<Watch> all();

  /// An account's own, oldest first.
  List<Watch> of(String owner);

  Optional<Watch> watch(String id);

  /// @param already articles that it is shown to have met before it was asked; they are not told
  /// @throws org.tabadla.model.Refusal when there are {@link #MOST}, or its owner has {@link
  ///   #MOST_OF_AN_OWNER}
  void add(Watch watch, List<ArticleId> already);

  /// Puts other wishes in the place of those of the same id; its owner stays. Under another query
  /// it begins anew: what the old one met is forgotten. What waits for an address that is gone is,
  /// too, and what waits for a webhook that changed goes to the new one at once.
  ///
  /// @param already as for {@link #add}; only for another query
  /// @return whether it was there
  boolean change(Watch watch, List<ArticleId> already);

  /// @return whether it was there
  boolean remove(String id);

  /// The position of the store's log up to which all was matched.
  long matchedSeq();

  /// Writes down what articles up to a position of the log met, all or nothing. What was met before
  /// is not told again.
  void matched(long seq, List<Hit> hits, Times times);

  /// Articles that a standing query met, newest first.
  List<Store.Row> hits(String watch, Store.@Nullable Cursor after, int limit);

  /// What is to be told by now, the longest overdue first.
  List<Due> due(Way way, Instant now, int limit);

  /// Forgets what was told, and its trouble.
  void told(Way way, String watch, List<ArticleId> articles);

  /// Puts all that a standing query has to tell off.
  ///
  /// @param trouble why, in one line
  void postpone(Way way, String watch, Instant until, String trouble);

  /// Gives up what could not be told in so many attempts.
  ///
  /// @return how much that was
  int giveUp(Way way, String watch, int attempts);
}
