package org.tabadla.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.Digest;

/// The files that pages load: the style sheet, the fonts, the sign, the script of uploads. Each has
/// the digest of its content in its address, so browsers may keep it for good.
final class Assets {
  private static final int DIGEST_CHARS = 12;

  private static final Map<String, Asset> BY_NAME = new TreeMap<>();
  private static final Map<String, Asset> BY_HREF = new TreeMap<>();

  static {
    for (String font : List.of("nastaliq-arabic", "nastaliq-latin")) {
      add(font + ".woff2", "font/woff2", false);
    }
    for (String font : List.of("naskh-400", "naskh-700")) {
      add(font + ".woff2", "font/woff2", false);
    }
    add("sign.svg", "image/svg+xml", false);
    add("style.css", "text/css; charset=utf-8", true);
    add("upload.js", "text/javascript; charset=utf-8", false);
    add("claims.js", "text/javascript; charset=utf-8", false);
  }

  /// A file.
  record Asset(String name, String type, Bytes bytes, String href) {}

  private Assets() {}

  /// @return the address of a file
  static String href(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name).href();
  }

  /// @param path as asked for
  static @Nullable Asset at(String path) {
    return BY_HREF.get(path);
  }

  /// @param refers the file names other ones in `url(…)`: they are replaced by their addresses
  private static void add(String name, String type, boolean refers) {
    byte[] bytes = read(name);
    if (refers) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (Asset other : BY_NAME.values()) {
        text = text.replace("url(" + other.name() + ")", "url(" + other.href() + ")");
      }
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }
    String digest = Digest.sha256(bytes).substring(0, DIGEST_CHARS);
    int dot = name.lastIndexOf('.');
    String href =
        String.format(
            Locale.ROOT, "/static/%s.%s%s", name.substring(0, dot), digest, name.substring(dot));
    var asset = new Asset(name, type, new Bytes(bytes), href);
    BY_NAME.put(name, asset);
    BY_HREF.put(href, asset);
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("static/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
