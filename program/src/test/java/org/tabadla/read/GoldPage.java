package org.tabadla.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page of the read packs with what people say it says.
///
/// @param set the pack's folder, such as `zyte`
/// @param site pages of one site share it; the file's name where the pack tells no address
/// @param body null where the pack has only snippets
/// @param with snippets that the body holds, maybe none
/// @param without snippets that it does not hold
record GoldPage(
    String set,
    String id,
    String site,
    @Nullable String url,
    byte[] html,
    @Nullable String body,
    List<String> with,
    List<String> without) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// @param data the folder that holds the sets
  static List<GoldPage> all(Path data) throws IOException {
    var out = new ArrayList<GoldPage>();
    try (Stream<Path> sets = Files.list(data)) {
      for (Path set : sets.filter(p -> Files.exists(p.resolve("gold.json"))).sorted().toList()) {
        JsonNode gold = MAPPER.readTree(Files.readAllBytes(set.resolve("gold.json")));
        gold.properties().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(entry -> of(set, entry.getKey(), entry.getValue()))
            .forEach(out::add);
      }
    }
    return out;
  }

  private static GoldPage of(Path set, String id, JsonNode gold) {
    String url = string(gold, "url");
    String host = url == null ? null : Address.host(url);
    return new GoldPage(
        set.getFileName().toString(),
        id,
        host == null || host.equals("web.archive.org") ? id : host.replaceFirst("^www\\.", ""),
        url,
        html(set.resolve("html").resolve(id + ".html.gz")),
        string(gold, "body"),
        strings(gold, "with"),
        strings(gold, "without"));
  }

  private static @Nullable String string(JsonNode gold, String key) {
    JsonNode value = gold.get(key);
    return value == null || !value.isString() ? null : value.asString();
  }

  private static List<String> strings(JsonNode gold, String key) {
    var out = new ArrayList<String>();
    JsonNode values = gold.get(key);
    if (values != null) {
      values.forEach(value -> out.add(value.asString()));
    }
    return out;
  }

  private static byte[] html(Path file) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
