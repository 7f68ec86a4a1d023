package org.tabadla.config;

import java.util.List;
import java.util.Locale;

/// One setting: what it is called in the file, what it is by default, and what it means.
///
/// @param key as in `tabadla.conf`: `fetch.host-pause`
/// @param standard the value when nobody says otherwise, as it would stand in the file
/// @param meaning one line for `./tabadla config` and `docs/settings.md`
public record Setting(String key, String standard, String meaning) {
  static final String DATABASE = "database";
  static final String HOST = "host";
  static final String PORT = "port";
  static final String READING = "reading";
  static final String NAMES = "names";
  static final String ALLOWED_HOSTS = "fetch.allowed-hosts";
  static final String USER_AGENT = "fetch.user-agent";
  static final String HOST_PAUSE = "fetch.host-pause";
  static final String BODY_LIMIT = "fetch.body-limit";
  static final String TIMEOUT = "fetch.timeout";
  static final String REDIRECT_LIMIT = "fetch.redirect-limit";
  static final String FETCHERS = "fetch.at-once";
  static final String POLL_SHORTEST = "poll.shortest";
  static final String POLL_LONGEST = "poll.longest";
  static final String ADDRESS = "address";
  static final String ZONE = "zone";
  static final String WATCH_OPEN = "watch.open";
  static final String MAIL_COMMAND = "mail.command";
  static final String MAIL_FROM = "mail.from";
  static final String WEBSUB_SUBSCRIBE = "websub.subscribe";
  static final String UPLOAD_LIMIT = "upload.limit";
  static final String UPLOAD_AT_ONCE = "upload.at-once";
  static final String UPLOAD_KEPT = "upload.kept";
  static final String FFMPEG = "ffmpeg";
  static final String PICTURES = "pictures";

  /// All settings, in the order in which they are shown. The data folder is no setting: it holds
  /// the file.
  public static final List<Setting> ALL =
      List.of(
          new Setting(
              DATABASE,
              "",
              "A JDBC URL such as jdbc:postgresql://localhost/tabadla?user=tabadla; empty: SQLite in the data folder"),
          new Setting(HOST, "127.0.0.1", "The address that the server binds to"),
          new Setting(PORT, "8747", "The port that it listens on; 0 takes a free one"),
          new Setting(
              READING,
              "open",
              "Who may read: open to everybody, or closed to those without an account"),
          new Setting(
              NAMES,
              "",
              "Host names by which readers reach this server, parted by commas; its addresses and localhost need none"),
          new Setting(
              ALLOWED_HOSTS,
              "",
              "Hosts (or host:port) that may be fetched from though their address is private, parted by commas"),
          new Setting(
              USER_AGENT,
              "Tabadla/0.1 (+self-hosted news exchange)",
              "What the fetcher calls itself; put a contact address in it"),
          new Setting(HOST_PAUSE, "2s", "The shortest time between two requests to one host"),
          new Setting(BODY_LIMIT, "10MB", "The largest answer that is kept, unpacked"),
          new Setting(TIMEOUT, "30s", "The longest that one fetch may take, redirects included"),
          new Setting(REDIRECT_LIMIT, "5", "How many redirects are followed"),
          new Setting(FETCHERS, "32", "How many feeds are visited at once"),
          new Setting(POLL_SHORTEST, "5m", "The shortest wait between two visits to a feed"),
          new Setting(POLL_LONGEST, "1d", "The longest wait between two visits to a feed"),
          new Setting(
              ADDRESS,
              "",
              "What the pages' addresses begin with for others, such as https://news.example; empty: host and port"),
          new Setting(
              ZONE,
              "Asia/Karachi",
              "The time zone in which pages tell the time, and at whose midnight a day's letters go"),
          new Setting(
              WATCH_OPEN,
              "no",
              "Whether, while there are no accounts, whoever reaches the server may see and change the standing queries; no: only where host is this machine itself"),
          new Setting(
              MAIL_COMMAND,
              "",
              "A command that sends the message on its input, such as sendmail -t -i; empty: digests stay in the folder outbox"),
          new Setting(MAIL_FROM, "tabadla@localhost", "The sender's address of digests"),
          new Setting(
              WEBSUB_SUBSCRIBE,
              "auto",
              "Whether the hubs that feeds name are asked to tell of news at once: yes, no, or auto, which is yes where address is one that others can reach"),
          new Setting(UPLOAD_LIMIT, "50GB", "The largest file that can be uploaded"),
          new Setting(
              UPLOAD_AT_ONCE, "50", "How many uploads an organisation may have that are not used"),
          new Setting(
              UPLOAD_KEPT, "7d", "How long an upload may take, and wait to be used, at most"),
          new Setting(
              FFMPEG,
              "",
              "The command that makes previews of films, sound and pictures; empty: the system's ffmpeg where there is one; none: no previews"),
          new Setting(
              PICTURES,
              "claims",
              "Whose lead pictures are looked at, to know them again: claims, those of the pages that carry a claim; all, those of every article; no"));

  /// Gives the environment variable that overrides the file: `fetch.host-pause` is
  /// `TABADLA_FETCH_HOST_PAUSE`.
  public String variable() {
    return "TABADLA_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
