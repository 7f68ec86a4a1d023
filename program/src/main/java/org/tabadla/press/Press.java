package org.tabadla.press;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Refusal;

/// The sample press, open: one HTTP server an outlet, each on its own port of 127.0.0.1.
///
/// All of it is invented but for the two events of the page that Tabadla began with, and even those
/// are told in our own words. Thread-safe.
public final class Press implements AutoCloseable {
  private static final int PORTS_TRIED = 200;
  private static final int LAST_PORT = 65_535;

  private record Stand(Masthead masthead, Outlet outlet, HttpServer server, Counter counter) {}

  private final List<Stand> stands;
  private final int lastEdition;
  private int edition = 1;

  private Press(List<Stand> stands) {
    this.stands = List.copyOf(stands);
    this.lastEdition =
        stands.stream()
            .flatMap(stand -> stand.masthead.pieces().stream())
            .mapToInt(Piece::edition)
            .max()
            .orElse(1);
  }

  /// Requests are answered one by one on each server's own thread.
  ///
  /// @param firstPort where to look for free ports from; 0 takes any
  /// @throws Refusal when no free port is found
  public static Press open(int firstPort) {
    return open(firstPort, null);
  }

  /// @param executor answers the requests; it stays the caller's to close
  public static Press open(int firstPort, @Nullable Executor executor) {
    if (firstPort < 0 || firstPort > LAST_PORT) {
      throw new Refusal(
          "[press] port: " + firstPort, "Give a port from 1 to 65535, or 0 for any free one.");
    }
    var stands = new ArrayList<Stand>();
    try {
      int port = firstPort;
      for (Masthead masthead : Masthead.all()) {
        HttpServer server = bind(port);
        int bound = server.getAddress().getPort();
        port = firstPort == 0 ? 0 : bound + 1;
        var counter = new Counter();
        stands.add(new Stand(masthead, outlet(masthead, bound), server, counter));
        server.createContext("/", counter);
        if (executor != null) {
          server.setExecutor(executor);
        }
      }
      var press = new Press(stands);
      press.print();
      stands.forEach(stand -> stand.server.start());
      return press;
    } catch (RuntimeException e) {
      stands.forEach(stand -> stand.server.stop(0));
      throw e;
    }
  }

  /// @return the outlets, always in the same order
  public List<Outlet> outlets() {
    return stands.stream().map(Stand::outlet).toList();
  }

  /// Brings out the next edition: articles that have a later version are served in it from now on,
  /// with a new entity tag. After the last edition nothing changes.
  ///
  /// @return the number of the edition served now, from 1
  public synchronized int nextEdition() {
    if (edition < lastEdition) {
      edition++;
      print();
    }
    return edition;
  }

  @Override
  public void close() {
    stands.forEach(stand -> stand.server.stop(0));
  }

  private synchronized void print() {
    for (Stand stand : stands) {
      stand.counter.serve(Newsroom.edition(stand.masthead, stand.outlet, edition));
    }
  }

  private static Outlet outlet(Masthead masthead, int port) {
    String address = "http://127.0.0.1:" + port + masthead.manners().value("address", "/");
    return new Outlet(masthead.name(), masthead.lang(), masthead.host(), port, address);
  }

  private static HttpServer bind(int from) {
    int port = from;
    for (int tried = 0; tried < PORTS_TRIED && port <= LAST_PORT; tried++, port++) {
      try {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      } catch (BindException e) {
        // Someone else has it: the next one will do, unless any port would have done.
        if (port == 0) {
          throw refused(from, e);
        }
      } catch (IOException e) {
        throw refused(from, e);
      }
    }
    throw new Refusal(
        "[press] no free port on 127.0.0.1 from " + from, "Give another first port, or 0 for any.");
  }

  private static Refusal refused(int port, IOException why) {
    return new Refusal(
        "[press] cannot listen on 127.0.0.1 port " + port + ": " + why.getMessage(),
        "Give another first port, or 0 for any.");
  }
}
