package org.tabadla.exchange.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file of pictures or sounds is by its first bytes, whatever it is called.
///
/// The tool is told which reader to take ({@link #reader}), so that it never chooses one by itself:
/// a list of addresses or a script that calls itself a film finds nobody who would follow it.
public enum Container {
  MP4("mov", Kind.VIDEO),
  MATROSKA("matroska", Kind.VIDEO),
  MPEG_TS("mpegts", Kind.VIDEO),
  MPEG_PS("mpeg", Kind.VIDEO),
  AVI("avi", Kind.VIDEO),
  MXF("mxf", Kind.VIDEO),
  OGG("ogg", Kind.VIDEO),
  WAV("wav", Kind.AUDIO),
  FLAC("flac", Kind.AUDIO),
  MP3("mp3", Kind.AUDIO),
  JPEG("jpeg_pipe", Kind.PICTURE),
  PNG("png_pipe", Kind.PICTURE),
  WEBP("webp_pipe", Kind.PICTURE);

  /// What it is to look at.
  public enum Kind {
    VIDEO,
    AUDIO,
    PICTURE
  }

  private static final int HEAD_BYTES = 600;
  private static final int TS_PACKET_BYTES = 188;
  private static final int NAME_AT = 8;

  private final String reader;
  private final Kind kind;

  Container(String reader, Kind kind) {
    this.reader = reader;
    this.kind = kind;
  }

  /// Its reader in ffmpeg.
  String reader() {
    return reader;
  }

  /// A video's container may hold sound alone; the streams tell.
  public Kind kind() {
    return kind;
  }

  /// @return empty for what is none of these
  public static Optional<Container> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD_BYTES));
    }
  }

  static Optional<Container> of(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    String four = text(head, 0, 4);
    return Optional.ofNullable(
        switch (four) {
          case "RIFF" -> riff(text(head, NAME_AT, 4));
          case "OggS" -> OGG;
          case "fLaC" -> FLAC;
          default -> byBytes(head, hex);
        });
  }

  private static @Nullable Container riff(String form) {
    return switch (form) {
      case "AVI " -> AVI;
      case "WAVE" -> WAV;
      case "WEBP" -> WEBP;
      default -> null;
    };
  }

  private static @Nullable Container byBytes(byte[] head, String hex) {
    if (text(head, 4, 4).equals("ftyp") || text(head, 4, 4).equals("moov")) {
      return MP4;
    }
    if (hex.startsWith("1a45dfa3")) {
      return MATROSKA;
    }
    if (hex.startsWith("ffd8ff")) {
      return JPEG;
    }
    if (hex.startsWith("89504e470d0a1a0a")) {
      return PNG;
    }
    if (hex.startsWith("000001ba")) {
      return MPEG_PS;
    }
    if (hex.startsWith("060e2b34")) {
      return MXF;
    }
    if (hex.startsWith("494433") || hex.matches("fff[ab23].*")) {
      return MP3;
    }
    boolean packets =
        head.length > 2 * TS_PACKET_BYTES
            && head[0] == 'G'
            && head[TS_PACKET_BYTES] == 'G'
            && head[2 * TS_PACKET_BYTES] == 'G';
    return packets ? MPEG_TS : null;
  }

  private static String text(byte[] head, int from, int count) {
    return head.length < from + count
        ? ""
        : new String(head, from, count, StandardCharsets.ISO_8859_1);
  }
}
