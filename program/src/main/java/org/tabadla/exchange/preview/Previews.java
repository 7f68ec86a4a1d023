package org.tabadla.exchange.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.people.CanonicalJson;
import tools.jackson.core.JacksonException;

/// Previews by the hash of what they are of: `previews/ab/abcd…/`. All of it can be made again.
///
/// What is wanted is written down as an empty file, so a stop in the middle forgets nothing; a
/// folder is there whole or not at all.
public final class Previews {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PARTS =
      Pattern.compile("poster\\.jpg|preview\\.mp4|index\\.m3u8|s\\d{5}\\.ts");
  private static final String ABOUT = "preview.json";
  private static final Duration PICTURE = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(3);
  private static final long LATEST_POSTER_MILLIS = 60_000;

  private final @Nullable Path folder;
  private final @Nullable Vault vault;
  private final @Nullable Ffmpeg tool;

  private Previews(@Nullable Path folder, @Nullable Vault vault, @Nullable Ffmpeg tool) {
    this.folder = folder;
    this.vault = vault;
    this.tool = tool;
  }

  /// @param folder made at the first one
  /// @param tool empty where there is none; what was made before is shown all the same
  public static Previews of(Path folder, Vault vault, Optional<Ffmpeg> tool) {
    return new Previews(folder, vault, tool.orElse(null));
  }

  /// Where nobody wants any.
  public static Previews none() {
    return new Previews(null, null, null);
  }

  /// Asks for one; does nothing for what is no picture, sound or film, or has one.
  public void want(String sha256) {
    Path at = folder;
    if (at == null || !(of(sha256) instanceof Preview.State.Waiting)) {
      return;
    }
    try {
      Path wanted = Files.createDirectories(at.resolve("wanted")).resolve(sha256);
      if (!Files.exists(wanted)) {
        Files.createFile(wanted);
      }
    } catch (IOException e) {
      // A delivery is not to fail for want of its preview.
      LOG.warn("[preview] {} cannot be asked for: {}", sha256, e.toString());
    }
  }

  /// What is known of a file.
  public Preview.State of(String sha256) {
    Path at = folder;
    Vault files = vault;
    if (at == null || files == null || !DIGEST.matcher(sha256).matches()) {
      return new Preview.State.None();
    }
    try {
      Path about = place(at, sha256).resolve(ABOUT);
      if (Files.exists(about)) {
        String text = Files.readString(about);
        return text.isEmpty()
            ? new Preview.State.Failed()
            : new Preview.State.Made(CanonicalJson.MAPPER.readValue(text, Preview.class));
      }
      Path file = files.file(sha256).orElse(null);
      if (file == null || Container.of(file).isEmpty()) {
        return new Preview.State.None();
      }
      return tool == null ? new Preview.State.Unable() : new Preview.State.Waiting();
    } catch (IOException | JacksonException e) {
      LOG.warn("[preview] {}: {}", sha256, e.toString());
      return new Preview.State.Failed();
    }
  }

  /// A part of one.
  ///
  /// @param name `poster.jpg`, `preview.mp4`, `index.m3u8` or one that this list names
  public Optional<Path> file(String sha256, String name) {
    Path at = folder;
    return at != null && DIGEST.matcher(sha256).matches() && PARTS.matcher(name).matches()
        ? Optional.of(place(at, sha256).resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /// Makes what is wanted, one after the other; takes as long as it takes.
  public void makeWanted() {
    Path at = folder;
    Ffmpeg with = tool;
    if (at == null || with == null || !Files.isDirectory(at.resolve("wanted"))) {
      return;
    }
    try {
      for (Path wanted : list(at.resolve("wanted"))) {
        make(at, with, String.valueOf(wanted.getFileName()));
        Files.deleteIfExists(wanted);
      }
    } catch (InterruptedException e) {
      // Halted: what is wanted stays wanted.
      LOG.info("[preview] halted");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends what is being made, for good.
  public void halt() {
    Ffmpeg with = tool;
    if (with != null) {
      with.halt();
    }
  }

  private void make(Path at, Ffmpeg with, String sha256) throws IOException, InterruptedException {
    Vault files = vault;
    if (files == null || !(of(sha256) instanceof Preview.State.Waiting)) {
      return;
    }
    Path file = files.file(sha256).orElseThrow();
    Path work = at.resolve("making");
    delete(work);
    Files.createDirectories(work);
    Optional<Preview> made = preview(file, Container.of(file).orElseThrow(), with, work);
    Files.deleteIfExists(work.resolve("said.txt"));
    Files.writeString(
        work.resolve(ABOUT), made.map(CanonicalJson.MAPPER::writeValueAsString).orElse(""));
    Path place = place(at, sha256);
    Files.createDirectories(place.getParent());
    Files.move(work, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Preview> preview(Path file, Container container, Ffmpeg with, Path work)
      throws IOException, InterruptedException {
    Ffmpeg.Streams in = with.look(file, container, work).orElse(null);
    if (in == null) {
      return Optional.empty();
    }
    boolean picture = container.kind() == Container.Kind.PICTURE;
    boolean poster = in.width() > 0 && poster(file, container, in, with, work);
    boolean film = !picture && film(file, container, in, with, work);
    Container.Kind kind = picture || in.width() > 0 ? container.kind() : Container.Kind.AUDIO;
    return poster || film
        ? Optional.of(
            new Preview(kind, picture ? 0 : in.millis(), in.width(), in.height(), poster, film))
        : Optional.empty();
  }

  private static boolean poster(
      Path file, Container container, Ffmpeg.Streams in, Ffmpeg with, Path work)
      throws IOException, InterruptedException {
    boolean still = container.kind() == Container.Kind.PICTURE;
    long from = still ? 0 : Math.min(in.millis() / 10, LATEST_POSTER_MILLIS);
    return with.make(
            file,
            container,
            still ? List.of() : List.of("-ss", from / 1000 + "." + from % 1000 / 100),
            List.of(
                "-map",
                "0:v:0",
                "-frames:v",
                "1",
                "-vf",
                "scale='min(640,iw)':-2",
                "-map_metadata",
                "-1",
                "-f",
                "image2",
                "-update",
                "1",
                "poster.jpg"),
            work,
            PICTURE)
        && Files.isRegularFile(work.resolve("poster.jpg"));
  }

  private static boolean film(
      Path file, Container container, Ffmpeg.Streams in, Ffmpeg with, Path work)
      throws IOException, InterruptedException {
    Duration longest = Duration.ofMillis(in.millis() * 2).plus(PICTURE);
    boolean made =
        with.make(
            file,
            container,
            List.of(),
            List.of(
                "-map",
                "0:v:0?",
                "-map",
                "0:a:0?",
                "-sn",
                "-dn",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-vf",
                "scale=-2:'min(360,ih-mod(ih,2))'",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "30",
                "-maxrate",
                "500k",
                "-bufsize",
                "1000k",
                "-g",
                "60",
                "-threads",
                "2",
                "-c:a",
                "aac",
                "-b:a",
                "64k",
                "-ac",
                "2",
                "-movflags",
                "+faststart",
                "-f",
                "mp4",
                "preview.mp4"),
            work,
            longest.compareTo(LONGEST) < 0 ? longest : LONGEST);
    if (!made) {
      Files.deleteIfExists(work.resolve("preview.mp4"));
      return false;
    }
    boolean list =
        with.make(
            work.resolve("preview.mp4"),
            Container.MP4,
            List.of(),
            List.of(
                "-c",
                "copy",
                "-f",
                "hls",
                "-hls_time",
                "6",
                "-hls_list_size",
                "0",
                "-hls_segment_filename",
                "s%05d.ts",
                "index.m3u8"),
            work,
            PICTURE.multipliedBy(5));
    if (!list) {
      Files.deleteIfExists(work.resolve("index.m3u8"));
    }
    return true;
  }

  private static Path place(Path at, String sha256) {
    return at.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
