package org.tabadla.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// All settings. `SettingsFile` reads them; `docs/settings.md` lists them, and a test holds the two
/// together.
///
/// @param data the folder that holds everything: database, archive, index
/// @param database a `jdbc:` URL; SQLite in `data` by default
/// @param host the address that the server binds to
/// @param port the port that it listens on; 0 takes a free one
/// @param openReading whether readers without an account may read
/// @param names host names by which readers reach this server
/// @param allowedHosts host names (with `:port` where it matters) that the fetcher may reach though
///   their address is private
/// @param userAgent what the fetcher calls itself
/// @param hostPause the shortest time between two requests to one host
/// @param bodyLimitBytes the largest answer that is kept
/// @param fetchTimeout the longest that one fetch may take, redirects included
/// @param redirectLimit how many redirects are followed
/// @param fetchers how many hosts are fetched from at once
/// @param pollShortest the shortest wait between two visits to a feed
/// @param pollLongest the longest
/// @param address what absolute addresses begin with; empty for host and port
/// @param zone in which pages tell the time
/// @param watchOpen whether anybody may change the standing queries
/// @param mailCommand the program that sends mail and its arguments; empty for none
/// @param mailFrom the sender's address of digests
/// @param subscribing whether the hubs that feeds name are asked to tell of news
/// @param files limits of what people hand over
/// @param pictures whose lead pictures are looked at, to know them again
public record Settings(
    Path data,
    String database,
    String host,
    int port,
    boolean openReading,
    Set<String> names,
    Set<String> allowedHosts,
    String userAgent,
    Duration hostPause,
    int bodyLimitBytes,
    Duration fetchTimeout,
    int redirectLimit,
    int fetchers,
    Duration pollShortest,
    Duration pollLongest,
    String address,
    ZoneId zone,
    boolean watchOpen,
    List<String> mailCommand,
    String mailFrom,
    Subscribing subscribing,
    Files files,
    Pictures pictures) {
  /// @param uploadLimitBytes the largest file that can be uploaded
  /// @param uploadsAtOnce most uploads of an organisation that are not used
  /// @param uploadKept how long an upload may take, and wait to be used
  /// @param ffmpeg a command; empty for the system's, `none` for none
  public record Files(
      long uploadLimitBytes, int uploadsAtOnce, Duration uploadKept, String ffmpeg) {}

  public Settings {
    mailCommand = List.copyOf(mailCommand);
    names = Set.copyOf(names);
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /// Whether hubs are asked.
  public enum Subscribing {
    YES,
    NO,
    /// Where others can reach this server's address.
    AUTO
  }

  /// Whose pictures are looked at.
  public enum Pictures {
    /// Those of the pages that carry a claim.
    CLAIMS,
    /// Those of every article.
    ALL,
    NO
  }

  /// @return what absolute addresses begin with, without a slash at the end
  public String base() {
    return address.isEmpty() ? "http://" + host + ":" + port : address.replaceFirst("/+$", "");
  }
}
