package org.tabadla.flow;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does the costly half of a long list on all cores and hands the results on in the list's order.
final class Batch {
  private static final int AHEAD_PER_CORE = 8;

  private Batch() {}

  /// @param work pure; runs on several threads, at most a few items ahead
  /// @param settle runs on the calling thread, in order
  static <T, R> void inOrder(Iterator<T> items, Function<T, R> work, Consumer<R> settle) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      var ahead = new ArrayDeque<Future<R>>();
      while (items.hasNext()) {
        T item = items.next();
        ahead.add(workers.submit(() -> work.apply(item)));
        if (ahead.size() >= cores * AHEAD_PER_CORE) {
          settle.accept(result(ahead.remove()));
        }
      }
      while (!ahead.isEmpty()) {
        settle.accept(result(ahead.remove()));
      }
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
