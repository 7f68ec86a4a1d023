package org.tabadla.collect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Media types that can be neither a page nor a feed. Whatever is unknown, missing or vague is
/// given the benefit of the doubt: many outlets send feeds as `application/octet-stream`.
final class MediaTypes {
  private static final List<String> NEVER_A_PAGE =
      List.of(
          "video/",
          "audio/",
          "image/",
          "font/",
          "model/",
          "application/zip",
          "application/x-zip",
          "application/vnd.rar",
          "application/x-rar",
          "application/x-7z",
          "application/x-tar",
          "application/x-bzip",
          "application/java-archive",
          "application/msword",
          "application/vnd.ms-",
          "application/vnd.openxmlformats",
          "application/vnd.oasis.opendocument",
          "application/vnd.android",
          "application/vnd.apple.mpegurl",
          "application/epub+zip",
          "application/x-msdownload",
          "application/x-bittorrent",
          "application/x-shockwave-flash",
          "application/ogg",
          "application/mp4",
          "application/wasm",
          "application/rtf");
  private static final String PDF = "application/pdf";
  private static final byte[] PDF_MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

  private MediaTypes() {}

  /// @return what an answer of this type is when it can be neither page nor feed
  static Optional<String> refusal(@Nullable String contentType) {
    if (contentType == null) {
      return Optional.empty();
    }
    String type = contentType.strip().toLowerCase(Locale.ROOT);
    if (type.startsWith(PDF) || type.startsWith("application/x-pdf")) {
      return Optional.of("is a PDF");
    }
    return NEVER_A_PAGE.stream().anyMatch(type::startsWith)
        ? Optional.of("is of type " + Lines.brief(contentType))
        : Optional.empty();
  }

  /// @return the same by the first bytes, for types that lie
  static Optional<String> refusal(byte[] body) {
    if (startsWith(body, PDF_MAGIC)) {
      return Optional.of("is a PDF");
    }
    return startsWith(body, ZIP_MAGIC) ? Optional.of("is a ZIP archive") : Optional.empty();
  }

  private static boolean startsWith(byte[] body, byte[] magic) {
    return body.length >= magic.length
        && java.util.Arrays.equals(body, 0, magic.length, magic, 0, magic.length);
  }
}
