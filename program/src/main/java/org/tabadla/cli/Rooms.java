package org.tabadla.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Archive;
import org.tabadla.config.Settings;
import org.tabadla.exchange.websub.Follower;
import org.tabadla.flow.Chore;
import org.tabadla.flow.Duties;
import org.tabadla.flow.Indexing;
import org.tabadla.flow.Intake;
import org.tabadla.flow.Noticing;
import org.tabadla.flow.Rebuild;
import org.tabadla.flow.Registering;
import org.tabadla.flow.Road;
import org.tabadla.flow.Rounds;
import org.tabadla.flow.Telling;
import org.tabadla.flow.Watching;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// An opened house: what the commands that work on a data folder are given.
///
/// @param follower hears of the hubs that feeds name
/// @param desks opened at first use
/// @param chores what else goes on in the background while pages are served
/// @param shut closes every room, in the right order
public record Rooms(
    Settings settings,
    Store store,
    Search search,
    Archive archive,
    Road road,
    Intake intake,
    Rounds rounds,
    Indexing indexing,
    Rebuild rebuild,
    Watching watching,
    Telling telling,
    Registering registering,
    List<Duties<?>> duties,
    Follower follower,
    Noticing noticing,
    Supplier<Desks> desks,
    List<Chore> chores,
    Runnable shut)
    implements AutoCloseable {
  @Override
  public void close() {
    shut.run();
  }

  /// The folder of the archive.
  public static Path archive(Settings settings) {
    return settings.data().resolve("archive");
  }

  /// Starts all that goes on by itself: visits, the index, standing queries, the register.
  void start() {
    indexing.start();
    rounds.start();
    watching.start();
    telling.start();
    registering.start();
    duties.forEach(Duties::start);
    noticing.start();
    chores.forEach(Chore::start);
  }

  /// Opens houses; `Tabadla.java` is the one that knows how.
  public interface Opener {
    /// Opens everything for work; only one process at a time may hold a data folder so.
    ///
    /// @throws org.tabadla.model.Refusal when another process holds it, or the database cannot be
    ///   opened
    Rooms open(Settings settings);

    /// Opens everything for work, or gives null when another process holds the data folder.
    @Nullable Rooms openIfFree(Settings settings);

    /// Gives the way in for new sources when a server is at work beside it.
    Intake intake(Settings settings, Store store);

    /// Starts the pages.
    Serving serve(Rooms rooms);

    /// Opens the records alone, for looking; another process may be at work beside it.
    Shelves look(Settings settings);
  }

  /// The records and the index, for commands that only look.
  public record Shelves(Settings settings, Store store, Search search) implements AutoCloseable {
    @Override
    public void close() {
      search.close();
      store.close();
    }
  }
}
