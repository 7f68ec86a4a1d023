package org.tabadla.exchange.federation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.people.Outcome;

/// Brings one file of a partner: its bytes come behind those that are here, and when all have come
/// and are what was signed, the vault keeps it.
final class Transfer {
  private static final int PARTIAL = 206;
  private static final int WHOLE = 200;
  private static final int MOST_OF_A_SERVER = 2;

  private final Mail mail;
  private final Courier courier;
  private final Vault vault;

  /// The servers that bytes come from now, by the files' digests: two fetches of the same file
  /// would write to the same place.
  private final Map<String, String> underway = new ConcurrentHashMap<>();

  Transfer(Mail mail, Courier courier, Vault vault) {
    this.mail = mail;
    this.courier = courier;
    this.vault = vault;
  }

  /// What came of it.
  sealed interface Came {
    record Here() implements Came {}

    /// @param why in one line
    record BrokenOff(String why) implements Came {}

    /// All bytes came, and were not what was signed; they are thrown away.
    record OtherDigest() implements Came {}
  }

  /// Chooses what may come now. Of each server only so many files come at once, so that one whose
  /// bytes trickle does not hold up the files of others.
  ///
  /// @param home of a file, the server that it comes from
  <T> List<T> turn(List<T> wanted, Function<T, String> sha256, Function<T, String> home) {
    var taken = new HashMap<String, Integer>();
    return wanted.stream()
        .filter(each -> !underway.containsKey(sha256.apply(each)))
        .filter(each -> taken.merge(home.apply(each), 1, Integer::sum) <= free(home.apply(each)))
        .toList();
  }

  private int free(String home) {
    return MOST_OF_A_SERVER - Collections.frequency(underway.values(), home);
  }

  /// How many bytes have come of a file that is not whole.
  long come(String sha256) {
    return size(vault.coming(sha256));
  }

  /// Goes on with a file; returns when it is here, or broke off.
  ///
  /// @param path behind the partner's office for us: `/delivery/ID/DIGEST`
  Came whole(Partner partner, String path, Core.Asset asset) {
    if (underway.putIfAbsent(asset.sha256(), partner.home()) != null) {
      return new Came.BrokenOff("the same file is coming by another way");
    }
    try {
      Path part = vault.coming(asset.sha256());
      if (!vault.hasRoomFor(asset.bytes() - size(part))) {
        return new Came.BrokenOff("no room on this disk for " + asset.bytes() + " bytes");
      }
      String broken = bring(partner, path, asset, part);
      if (broken != null) {
        return new Came.BrokenOff(broken);
      }
      return vault.keep(part, asset.sha256()) ? new Came.Here() : new Came.OtherDigest();
    } catch (IOException e) {
      return new Came.BrokenOff(String.valueOf(e.getMessage()));
    } finally {
      underway.remove(asset.sha256());
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// @param part what has come so far, if anything has
  /// @return why it broke off; null when all have come
  private @Nullable String bring(Partner partner, String path, Core.Asset asset, Path part)
      throws IOException {
    if (size(part) > asset.bytes()) {
      Files.delete(part);
    }
    long there = size(part);
    if (there == asset.bytes() && Files.exists(part)) {
      return null;
    }
    var address = Postman.address(partner.home(), partner.path(path));
    return switch (mail.request(partner.own(), "GET", address, new byte[0], "application/json")) {
      case Outcome.Refused<HttpMessage>(var why, String detail) -> why + " " + detail;
      case Outcome.Done<HttpMessage>(HttpMessage request) -> {
        HttpMessage ranged = there == 0 ? request : from(request, there);
        try (FileChannel file =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          file.position(there);
          var sink = new Behind(there, asset.bytes(), file);
          String broken = courier.fetch(ranged, sink).orElse(null);
          file.force(true);
          yield sink.refused != null ? sink.refused : broken;
        }
      }
    };
  }

  private static HttpMessage from(HttpMessage request, long first) {
    var fields = new ArrayList<>(request.fields());
    fields.add(new HttpMessage.Field("Range", "bytes=" + first + "-"));
    return new HttpMessage(request.start(), fields, request.body());
  }

  /// Writes what comes behind what is there, and never more than was announced.
  private static final class Behind implements Courier.Sink {
    private final long first;
    private final long whole;
    private final OutputStream out;
    private long left;
    private @Nullable String refused;

    Behind(long first, long whole, FileChannel file) {
      this.first = first;
      this.whole = whole;
      this.left = whole - first;
      this.out = Channels.newOutputStream(file);
    }

    @Override
    public boolean begins(int status, Map<String, String> headers) {
      String range = headers.getOrDefault("content-range", "");
      boolean fits =
          first == 0
              ? status == WHOLE
              : status == PARTIAL
                  && range.equals("bytes " + first + "-" + (whole - 1) + "/" + whole);
      if (!fits || headers.containsKey("content-encoding")) {
        refused =
            "answered " + status + " " + range + " " + headers.getOrDefault("tabadla-reason", "");
      }
      return refused == null;
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
      if (length > left) {
        refused = "more came than the " + whole + " bytes that were signed";
        throw new IOException(refused);
      }
      out.write(bytes, 0, length);
      left -= length;
    }
  }
}
