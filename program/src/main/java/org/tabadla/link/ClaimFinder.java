package org.tabadla.link;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Claims that can be searched for as people type. What is told is taken in later, for a journal of
/// a hundred thousand claims is read in seconds and indexed in a quarter of a minute: a search
/// waits for a few of them only, and {@link #catchUp} does the rest in the background. Thread-safe.
public final class ClaimFinder {
  /// How many claims a search takes in before it answers, some 0.1 ms each.
  private static final int MOST_FIRST = 300;

  private final ClaimIndex index = new ClaimIndex();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean halted;

  private record Waiting(String id, Text words) {}

  /// Is told of a claim.
  public void take(String id, Text words) {
    synchronized (waiting) {
      waiting.add(new Waiting(id, words));
    }
  }

  /// Finds claims that are like words in any language; the last word may be the beginning of one.
  ///
  /// @return their ids, the most alike first, at most {@link ClaimIndex#MOST_MATCHES}
  public List<String> find(Text words, int limit) {
    turn.lock();
    try {
      take(MOST_FIRST);
      return index.typed(words.value(), language(words), limit).stream()
          .map(ClaimIndex.Match::id)
          .toList();
    } finally {
      turn.unlock();
    }
  }

  /// Who reads in Urdu asks in English too: words in Latin letters are not taken for Urdu.
  private static Lang language(Text words) {
    boolean latin = words.value().chars().anyMatch(c -> c < 0x80 && Character.isLetter(c));
    boolean other = words.value().chars().anyMatch(c -> c >= 0x250 && Character.isLetter(c));
    return latin && !other ? Lang.UND : words.lang();
  }

  /// Takes in all that waits, a little at a time, so that searches come between.
  public void catchUp() {
    boolean more = true;
    while (more && !halted) {
      turn.lock();
      try {
        more = take(MOST_FIRST);
      } finally {
        turn.unlock();
      }
    }
  }

  /// Ends {@link #catchUp} early.
  public void halt() {
    halted = true;
  }

  /// @return whether more is waiting
  private boolean take(int most) {
    for (int i = 0; i < most; i++) {
      Waiting next;
      synchronized (waiting) {
        next = waiting.poll();
      }
      if (next == null) {
        return false;
      }
      index.add(next.id(), next.words().lang(), next.words().value(), "");
    }
    return true;
  }
}
