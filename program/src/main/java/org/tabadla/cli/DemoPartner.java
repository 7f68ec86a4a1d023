package org.tabadla.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tabadla.config.Settings;
import org.tabadla.config.SettingsFile;
import org.tabadla.model.Refusal;

/// The second newsroom's own server in the demo: another port of this machine, another data folder,
/// and no sources. It ends with the first.
final class DemoPartner implements AutoCloseable {
  private static final String HERE = "127.0.0.1";

  private final Rooms rooms;
  private final Serving serving;

  private DemoPartner(Rooms rooms, Serving serving) {
    this.rooms = rooms;
    this.serving = serving;
  }

  /// Opens it on a free port.
  ///
  /// @param first the port of the first server, which it may reach; 0 where that is not known yet
  static DemoPartner open(Rooms.Opener opener, Path folder, int first) {
    Map<String, String> options = new HashMap<>();
    options.put("database", "");
    options.put("address", "");
    options.put("host", HERE);
    options.put("port", "0");
    options.put("fetch.allowed-hosts", first == 0 ? HERE : HERE + ":" + first);
    Rooms rooms = opener.open(settings(folder, options));
    try {
      return new DemoPartner(rooms, opener.serve(rooms));
    } catch (RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  private static Settings settings(Path folder, Map<String, String> options) {
    try {
      return SettingsFile.load(folder, System.getenv(), options);
    } catch (SettingsFile.Wrong e) {
      throw new Refusal(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  /// Where it lies beside the first server's folder.
  static Path folder(Path first) {
    Path whole = first.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + "-partner");
  }

  Desks desks() {
    return rooms.desks().get();
  }

  /// Where the first server reaches it, without a slash at the end.
  String home() {
    return serving.address().replaceFirst("/+$", "");
  }

  /// Where it allows the first server in, as `fetch.allowed-hosts` has it.
  String host() {
    return home().replaceFirst("^https?://", "");
  }

  /// Where a browser reaches it: under another name than the first server, so that one may be
  /// signed in at both (cookies know no ports).
  String address() {
    return serving.address().replace(HERE, "localhost");
  }

  void start() {
    rooms.start();
  }

  @Override
  public void close() {
    try {
      serving.close();
    } finally {
      rooms.close();
    }
  }
}
