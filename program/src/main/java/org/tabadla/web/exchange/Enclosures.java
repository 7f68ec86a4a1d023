package org.tabadla.web.exchange;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.delivery.Upload;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Core;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// The files that come with a form: within it, or sent before it and named by the ids of their
/// uploads.
final class Enclosures {
  /// Of a form with the files in it. Larger ones come as uploads.
  static final long LARGEST_FORM_BYTES = 2L << 30;

  private static final int TOO_LARGE = 413;
  private static final int CONFLICT = 409;
  private static final int MOST_UPLOADS = 50;
  private static final int LONGEST_NAME_CHARS = 200;

  private final Deliveries deliveries;

  Enclosures(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /// @param uploads that are used up once the form has done what it should
  record Files(List<Core.Asset> assets, List<Upload> uploads) {}

  /// Asked before anything of the body is read.
  static void checkSize(Context ctx) {
    if (ctx.req().getContentLengthLong() > LARGEST_FORM_BYTES) {
      throw NotAllowed.of(TOO_LARGE, "refused.too_long", String.valueOf(LARGEST_FORM_BYTES));
    }
  }

  Files of(Context ctx, Visitor me) {
    var assets = new ArrayList<Core.Asset>();
    var uploads = new ArrayList<Upload>();
    for (String id : ctx.formParams("upload").stream().limit(MOST_UPLOADS).toList()) {
      if (!id.isBlank()) {
        assets.add(uploaded(id, me, uploads));
      }
    }
    for (UploadedFile file : ctx.uploadedFiles("files")) {
      if (file.size() > 0 || !file.filename().isBlank()) {
        assets.add(enclosed(file));
      }
    }
    return new Files(assets, uploads);
  }

  private Core.Asset uploaded(String id, Visitor me, List<Upload> used) {
    Upload upload =
        deliveries
            .uploads()
            .find(id, me.account().organisation())
            .orElseThrow(() -> NotAllowed.of(CONFLICT, "refused.no_upload", ""));
    try {
      Vault.Kept kept =
          deliveries
              .uploads()
              .whole(upload)
              .orElseThrow(() -> NotAllowed.of(CONFLICT, "refused.half_upload", upload.name()));
      used.add(upload);
      return new Core.Asset(upload.name(), upload.type(), kept.bytes(), kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Core.Asset enclosed(UploadedFile file) {
    try (InputStream in = file.content()) {
      return switch (deliveries.vault().take(in, LARGEST_FORM_BYTES)) {
        case Vault.Taken.Whole(var kept) ->
            new Core.Asset(
                name(file.filename()), type(file.contentType()), kept.bytes(), kept.sha256());
        case Vault.Taken.TooLarge(long limit) ->
            throw NotAllowed.of(TOO_LARGE, "refused.too_long", String.valueOf(limit));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The uploads have become files of a deed and are needed no more.
  void use(Files files) {
    for (Upload upload : files.uploads()) {
      try {
        deliveries.uploads().end(upload);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Browsers and programs may send whole paths; only what follows the last slash is a name.
  static String name(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").replaceFirst("^[.\\s]+", "").strip();
    String brief =
        clean.length() > LONGEST_NAME_CHARS
            ? clean.substring(clean.length() - LONGEST_NAME_CHARS).replaceFirst("^[.\\s]+", "")
            : clean;
    return brief.isEmpty() ? "file" : brief;
  }

  static String type(@Nullable String given) {
    String type = Optional.ofNullable(given).orElse("").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String plain = parameters < 0 ? type : type.substring(0, parameters).strip();
    return plain.matches("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,80}")
        ? plain
        : "application/octet-stream";
  }
}
