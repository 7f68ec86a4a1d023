package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.delivery.Piece;
import org.tabadla.exchange.delivery.Upload;
import org.tabadla.exchange.delivery.Uploads;
import org.tabadla.exchange.delivery.Written;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// Uploads over HTTP: the protocol tus 1.0.0 with its extensions creation, creation-with-upload,
/// expiration, checksum and termination. Answers are for programs and in English.
final class UploadDoor {
  static final String PATH = "/exchange/uploads";

  private static final Logger LOG = LoggerFactory.getLogger(UploadDoor.class);
  private static final String ONE = PATH + "/{key}";
  private static final String VERSION = "1.0.0";
  private static final String BYTES = "application/offset+octet-stream";
  private static final int LONGEST_METADATA_CHARS = 4_000;
  private static final int WRONG_CHECKSUM = 460;
  private static final int NO_ROOM = 507;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Counter counter;
  private final Uploads uploads;

  UploadDoor(Counter counter, Uploads uploads) {
    this.counter = counter;
    this.uploads = uploads;
  }

  private interface Work {
    void on(Context ctx, Visitor me) throws IOException;
  }

  void open(Doors doors) {
    doors.routes().options(PATH, this::options);
    doors.routes().options(ONE, this::options);
    doors.routes().post(PATH, ctx -> work(ctx, this::create));
    doors.routes().head(ONE, ctx -> work(ctx, this::head));
    doors.routes().patch(ONE, ctx -> work(ctx, this::patch));
    doors.routes().delete(ONE, ctx -> work(ctx, this::delete));
    doors.routes().post(ONE, ctx -> work(ctx, this::overridden));
  }

  private void options(Context ctx) {
    ctx.header("Tus-Resumable", VERSION)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination")
        .header("Tus-Max-Size", String.valueOf(uploads.limits().largestBytes()))
        .header("Tus-Checksum-Algorithm", String.join(",", Piece.ALGORITHMS))
        .status(204);
  }

  private void work(Context ctx, Work work) throws IOException {
    ctx.header("Tus-Resumable", VERSION).header("Cache-Control", "no-store");
    if (!VERSION.equals(ctx.header("Tus-Resumable"))) {
      ctx.header("Tus-Version", VERSION);
      say(ctx, 412, "Tus-Resumable must be " + VERSION);
      return;
    }
    try {
      work.on(ctx, counter.script(ctx, Role.EDITOR));
    } catch (NotAllowed e) {
      throw e;
    } catch (IOException e) {
      // A disk that is full or broken: what came before stays, the sender may come again.
      LOG.warn("[upload] {}", e.toString());
      say(ctx, NO_ROOM, "it cannot be written now");
    }
  }

  /// For clients behind what lets no PATCH through (the protocol's X-HTTP-Method-Override).
  private void overridden(Context ctx, Visitor me) throws IOException {
    switch (Optional.ofNullable(ctx.header("X-HTTP-Method-Override")).orElse("")) {
      case "PATCH" -> patch(ctx, me);
      case "DELETE" -> delete(ctx, me);
      case "HEAD" -> head(ctx, me);
      default -> say(ctx, 405, "POST only with X-HTTP-Method-Override");
    }
  }

  private void create(Context ctx, Visitor me) throws IOException {
    long length = number(ctx, "Upload-Length");
    if (length < 0) {
      say(ctx, 400, "Upload-Length must say how many bytes there are");
      return;
    }
    String metadata = Optional.ofNullable(ctx.header("Upload-Metadata")).orElse("").strip();
    Map<String, String> told = told(metadata);
    if (told == null) {
      say(ctx, 400, "Upload-Metadata cannot be read");
      return;
    }
    String name = Enclosures.name(told.getOrDefault("filename", ""));
    String type = Enclosures.type(told.getOrDefault("filetype", ""));
    switch (uploads.begin(me.account().organisation(), name, type, length, metadata)) {
      case Uploads.Begun.Open(Upload upload) -> created(ctx, upload);
      case Uploads.Begun.TooLarge(long limit) ->
          say(ctx, 413, "a file may have at most " + limit + " bytes");
      case Uploads.Begun.TooMany(int limit) ->
          say(ctx, 429, "an organisation may have " + limit + " uploads; use or end some");
      case Uploads.Begun.NoRoom() -> say(ctx, NO_ROOM, "there is no room for it on this server");
    }
  }

  private void created(Context ctx, Upload upload) throws IOException {
    ctx.header("Location", PATH + "/" + upload.id());
    expires(ctx, upload);
    if (BYTES.equals(ctx.contentType()) && upload.length() > 0) {
      // What cannot be taken of a first piece is sent again; the upload is there in any case.
      Written written =
          uploads.write(upload, ctx.req().getInputStream(), 0, piece(ctx).orElse(null));
      if (written instanceof Written.WrongChecksum) {
        say(ctx, WRONG_CHECKSUM, "the piece is not what its checksum says");
        return;
      }
      reached(ctx, uploads.find(upload.id(), upload.owner()).orElse(upload));
    }
    ctx.status(201);
  }

  private Optional<Upload> one(Context ctx, Visitor me) {
    Optional<Upload> upload = uploads.find(ctx.pathParam("key"), me.account().organisation());
    if (upload.isEmpty()) {
      say(ctx, 404, "there is no such upload");
    }
    return upload;
  }

  private void head(Context ctx, Visitor me) throws IOException {
    Upload upload = one(ctx, me).orElse(null);
    if (upload == null) {
      return;
    }
    ctx.header("Upload-Length", String.valueOf(upload.length()));
    if (!upload.metadata().isEmpty()) {
      ctx.header("Upload-Metadata", upload.metadata());
    }
    expires(ctx, upload);
    reached(ctx, upload);
    ctx.status(200);
  }

  private void patch(Context ctx, Visitor me) throws IOException {
    Upload upload = one(ctx, me).orElse(null);
    if (upload == null) {
      return;
    }
    long at = number(ctx, "Upload-Offset");
    String checksum = ctx.header("Upload-Checksum");
    Optional<Piece> piece = piece(ctx);
    if (!BYTES.equals(ctx.contentType())) {
      say(ctx, 415, "Content-Type must be " + BYTES);
    } else if (at < 0) {
      say(ctx, 400, "Upload-Offset must say where the piece begins");
    } else if (checksum != null && piece.isEmpty()) {
      say(ctx, 400, "Upload-Checksum must be one of " + String.join(", ", Piece.ALGORITHMS));
    } else if (ctx.req().getContentLengthLong() > upload.length() - at) {
      say(ctx, 413, "the piece goes beyond the end of the file");
    } else {
      expires(ctx, upload);
      answer(ctx, uploads.write(upload, ctx.req().getInputStream(), at, piece.orElse(null)));
    }
  }

  private void answer(Context ctx, Written written) throws IOException {
    switch (written) {
      case Written.Reached(Upload upload, long _) -> {
        reached(ctx, upload);
        ctx.status(204);
      }
      case Written.BrokenOff(long offset) -> {
        ctx.header("Upload-Offset", String.valueOf(offset));
        say(ctx, 400, "the piece broke off");
      }
      case Written.OtherOffset(long offset) -> {
        ctx.header("Upload-Offset", String.valueOf(offset));
        say(ctx, 409, "the file ends at " + offset);
      }
      case Written.Busy() -> {
        ctx.header("Retry-After", "1");
        say(ctx, 423, "another piece of it is coming in");
      }
      case Written.WrongChecksum() ->
          say(ctx, WRONG_CHECKSUM, "the piece is not what its checksum says");
      case Written.TooMuch(long offset) -> {
        ctx.header("Upload-Offset", String.valueOf(offset));
        say(ctx, 413, "the piece goes beyond the end of the file");
      }
    }
  }

  private void delete(Context ctx, Visitor me) throws IOException {
    Upload upload = one(ctx, me).orElse(null);
    if (upload == null) {
      return;
    }
    if (uploads.end(upload)) {
      ctx.status(204);
    } else {
      ctx.header("Retry-After", "1");
      say(ctx, 423, "a piece of it is coming in");
    }
  }

  private void reached(Context ctx, Upload upload) throws IOException {
    ctx.header("Upload-Offset", String.valueOf(uploads.offset(upload)));
    String sha256 = upload.sha256();
    if (sha256 != null) {
      ctx.header("Repr-Digest", "sha-256=:" + FileAnswer.base64(sha256) + ":");
    }
  }

  private static void expires(Context ctx, Upload upload) {
    ctx.header("Upload-Expires", HTTP_DATE.format(upload.expires()));
  }

  private static Optional<Piece> piece(Context ctx) {
    return Optional.ofNullable(ctx.header("Upload-Checksum")).flatMap(Piece::read);
  }

  /// @return -1 where there is none
  private static long number(Context ctx, String header) {
    String value = Optional.ofNullable(ctx.header(header)).orElse("").strip();
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
  }

  /// @return the pairs of `Upload-Metadata`; null for what breaks the protocol
  static @Nullable Map<String, String> told(String metadata) {
    var told = new HashMap<String, String>();
    if (metadata.length() > LONGEST_METADATA_CHARS) {
      return null;
    }
    for (String pair : metadata.isEmpty() ? new String[0] : metadata.split(",", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      if (parts[0].isEmpty() || parts.length > 2) {
        return null;
      }
      try {
        byte[] value = parts.length == 1 ? new byte[0] : Base64.getDecoder().decode(parts[1]);
        if (told.put(parts[0], new String(value, StandardCharsets.UTF_8)) != null) {
          return null;
        }
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return told;
  }

  private static void say(Context ctx, int status, String words) {
    ctx.status(status).contentType("text/plain; charset=utf-8").result(words + "\n");
  }
}
