package org.tabadla.exchange.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;
import tools.jackson.core.JacksonException;

/// Files on their way in: what the protocol tus 1.0.0 speaks of, without its HTTP.
///
/// Each upload is two files in one folder, what it is (`ID.json`) and what has come of it
/// (`ID.part`), so a restart finds everything as it was. A whole file goes into the vault; what
/// remains is the upload's paper, until somebody delivers it or it expires.
public final class Uploads {
  private static final int ID_BYTES = 16;
  private static final String PAPER = ".json";
  private static final String PART = ".part";

  private final Path folder;
  private final Vault vault;
  private final Limits limits;
  private final InstantSource clock;
  private final SecureRandom chance = new SecureRandom();
  private final Map<String, Upload> all = new ConcurrentHashMap<>();
  private final Map<String, Coming> coming = new ConcurrentHashMap<>();

  /// @param largestBytes of one file
  /// @param atOnce most uploads that one organisation may have
  /// @param kept how long an upload may take, and wait to be used
  public record Limits(long largestBytes, int atOnce, Duration kept) {
    public static final Limits STANDARD = new Limits(50L << 30, 50, Duration.ofDays(7));
  }

  /// What came of asking for an upload.
  public sealed interface Begun {
    record Open(Upload upload) implements Begun {}

    record TooLarge(long limit) implements Begun {}

    record TooMany(int limit) implements Begun {}

    /// The disk has not that much room.
    record NoRoom() implements Begun {}
  }

  /// Finds again what was coming in when the process last stopped.
  public Uploads(Vault vault, Limits limits, InstantSource clock) {
    this.vault = vault;
    this.folder = vault.coming();
    this.limits = limits;
    this.clock = clock;
    try {
      load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Limits limits() {
    return limits;
  }

  private void load() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(PAPER)) {
        String id = name.substring(0, name.length() - PAPER.length());
        read(file).filter(upload -> upload.id().equals(id)).ifPresent(each -> all.put(id, each));
      }
    }
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      // What comes from other houses lies here too, and goes on after a stop as uploads do.
      if (!all.containsKey(name.split("\\.", 2)[0]) && !Vault.isComing(name)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> every = Files.list(folder)) {
      return every.toList();
    }
  }

  private static Optional<Upload> read(Path paper) throws IOException {
    try {
      return Optional.of(CanonicalJson.MAPPER.readValue(Files.readString(paper), Upload.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Makes room for a file.
  ///
  /// @param name and `type` fit for an asset
  public synchronized Begun begin(
      OrganisationId owner, String name, String type, long length, String metadata)
      throws IOException {
    if (length > limits.largestBytes()) {
      return new Begun.TooLarge(limits.largestBytes());
    }
    sweep();
    if (all.values().stream().filter(each -> each.owner().equals(owner)).count()
        >= limits.atOnce()) {
      return new Begun.TooMany(limits.atOnce());
    }
    if (!vault.hasRoomFor(length)) {
      return new Begun.NoRoom();
    }
    byte[] id = new byte[ID_BYTES];
    chance.nextBytes(id);
    Instant expires = Instant.ofEpochMilli(clock.millis()).plus(limits.kept());
    var upload =
        new Upload(
            HexFormat.of().formatHex(id), owner, name, type, length, metadata, expires, null);
    Files.createFile(part(upload));
    keep(upload);
    return new Begun.Open(length == 0 ? finish(upload) : upload);
  }

  /// An organisation's own upload that has not expired.
  public Optional<Upload> find(String id, OrganisationId owner) {
    return Optional.ofNullable(all.get(id))
        .filter(each -> each.owner().equals(owner))
        .filter(each -> clock.instant().isBefore(each.expires()));
  }

  /// How many bytes of it are safe.
  public long offset(Upload upload) throws IOException {
    Upload now = all.getOrDefault(upload.id(), upload);
    return now.isWhole() ? now.length() : coming(now).offset();
  }

  /// Takes the next piece in, with as much memory as one buffer; with the last one the file goes
  /// into the vault.
  ///
  /// @param at where the sender says the piece begins
  /// @param piece its checksum, or null
  public Written write(Upload upload, InputStream in, long at, @Nullable Piece piece)
      throws IOException {
    Upload now = all.getOrDefault(upload.id(), upload);
    if (now.isWhole()) {
      return at == now.length()
          ? new Written.Reached(now, at)
          : new Written.OtherOffset(now.length());
    }
    return switch (coming(now).write(in, at, piece)) {
      case Coming.Came.Not(Written why) -> why;
      case Coming.Came.Bytes(long offset, boolean _) when offset == now.length() ->
          new Written.Reached(finish(now), offset);
      case Coming.Came.Bytes(long offset, boolean brokenOff) ->
          brokenOff ? new Written.BrokenOff(offset) : new Written.Reached(now, offset);
    };
  }

  private Coming coming(Upload upload) throws IOException {
    try {
      return coming.computeIfAbsent(
          upload.id(),
          _ -> {
            try {
              return new Coming(part(upload), upload.length());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The paper names the digest before the file moves: whoever is killed between the two finds both
  /// and moves it then.
  private Upload finish(Upload upload) throws IOException {
    Upload whole =
        coming(upload)
            .finish(sha256 -> {
              Upload done = upload.whole(sha256);
              keep(done);
              vault.adopt(part(upload), sha256);
              return done;
            });
    coming.remove(upload.id());
    return whole;
  }

  /// A file that has come in whole, to be delivered; empty while bytes are missing.
  public Optional<Vault.Kept> whole(Upload upload) throws IOException {
    Upload now = all.getOrDefault(upload.id(), upload);
    String sha256 = now.sha256();
    if (sha256 == null) {
      boolean complete = offset(now) == now.length();
      sha256 = complete ? finish(now).sha256() : null;
    }
    if (sha256 == null) {
      return Optional.empty();
    }
    if (vault.file(sha256).isEmpty()) {
      try {
        vault.adopt(part(now), sha256);
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Vault.Kept(sha256, now.length()));
  }

  /// Throws away what there is of it, or its paper when it was delivered.
  ///
  /// @return not while a piece of it comes in
  public boolean end(Upload upload) throws IOException {
    Upload now = all.getOrDefault(upload.id(), upload);
    if (!now.isWhole() && !coming(now).discard()) {
      return false;
    }
    Files.deleteIfExists(part(now));
    Files.deleteIfExists(paper(now));
    all.remove(now.id());
    coming.remove(now.id());
    return true;
  }

  /// Tells whether a file that has come in whole waits to be used.
  public boolean names(String sha256) {
    return all.values().stream().anyMatch(each -> sha256.equals(each.sha256()));
  }

  /// Throws away what has expired.
  ///
  /// @return how many
  public int sweep() {
    int swept = 0;
    Instant now = clock.instant();
    for (Upload each : List.copyOf(all.values())) {
      try {
        swept += !now.isBefore(each.expires()) && end(each) ? 1 : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return swept;
  }

  private void keep(Upload upload) throws IOException {
    Path next = folder.resolve(upload.id() + ".next");
    Files.writeString(next, CanonicalJson.MAPPER.writeValueAsString(upload));
    Files.move(next, paper(upload), StandardCopyOption.ATOMIC_MOVE);
    all.put(upload.id(), upload);
  }

  private Path part(Upload upload) {
    return folder.resolve(upload.id() + PART);
  }

  private Path paper(Upload upload) {
    return folder.resolve(upload.id() + PAPER);
  }
}
