package org.tabadla.exchange.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the short names of a JSON-LD document mean. Nothing is fetched: contexts that are named by
/// an address are known here or are empty.
final class JsonLdContext {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> OTHER_PREFIXES =
      Map.of(
          "sotw", Names.SOTW,
          "rdf", Names.RDF,
          "xsd", Names.XSD,
          "odrl", Names.ODRL,
          "dct", Names.DCT,
          "dcterms", Names.DCT);

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private String vocabulary = "";

  /// A copy with another context added.
  JsonLdContext with(JsonNode context) {
    var more = new JsonLdContext();
    more.names.putAll(names);
    more.kinds.putAll(kinds);
    more.vocabulary = vocabulary;
    more.take(context);
    return more;
  }

  private void take(JsonNode context) {
    if (context.isString()) {
      named(context.stringValue());
    } else if (context.isArray()) {
      context.forEach(this::take);
    } else if (context.isObject()) {
      context.properties().forEach(each -> term(each.getKey(), each.getValue()));
    }
  }

  private void named(String address) {
    String file = address.substring(address.lastIndexOf('/') + 1);
    switch (file) {
      case "odrl.jsonld", "ODRL22.jsonld" -> shipped("odrl.jsonld");
      case "evaluation_request.json", "stow.json", "sotw.json", "json-ld_context.json" ->
          shipped("evaluation.jsonld");
      default -> {
        // A context that is not known adds nothing.
      }
    }
  }

  private void shipped(String file) {
    try (InputStream stream = JsonLdContext.class.getResourceAsStream(file)) {
      take(JSON.readTree(stream).path("@context"));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private void term(String term, JsonNode meaning) {
    if (term.equals("@vocab") && meaning.isString()) {
      vocabulary = meaning.stringValue();
    } else if (meaning.isString()) {
      // Examples of the W3C group give the context's address where the vocabulary's is meant.
      String name = meaning.stringValue();
      names.put(term, name.equals("http://www.w3.org/ns/odrl.jsonld") ? Names.ODRL : name);
    } else if (meaning.isObject()) {
      names.put(term, meaning.path("@id").stringValue(term));
      if (meaning.path("@type").isString()) {
        kinds.put(term, meaning.path("@type").stringValue());
      }
    }
  }

  /// The keyword, such as `@id`, that a key stands for, or the key's full address; null where it
  /// stands for nothing.
  @Nullable String property(String key) {
    if (key.startsWith("@")) {
      return key;
    }
    String name = names.get(key);
    if (name != null) {
      return name.startsWith("@") ? name : address(name, 0);
    }
    if (key.contains(":")) {
      return address(key, 0);
    }
    return vocabulary.isEmpty() ? null : vocabulary + key;
  }

  /// How values of a key are meant: `@id`, `@vocab`, the address of a type, or empty.
  String kind(String key) {
    String kind = kinds.getOrDefault(key, "");
    return kind.isEmpty() || kind.startsWith("@") ? kind : address(kind, 0);
  }

  /// An address written in full, with a prefix, or as a term where `terms`.
  String address(String written, boolean terms) {
    String name = terms ? names.get(written) : null;
    return address(name == null ? written : name, 0);
  }

  private String address(String written, int depth) {
    int colon = written.indexOf(':');
    if (colon < 0 || depth > 4 || written.startsWith("//", colon + 1)) {
      return written;
    }
    String prefix = written.substring(0, colon);
    String begins = names.getOrDefault(prefix, OTHER_PREFIXES.getOrDefault(prefix, ""));
    return begins.isEmpty() || begins.equals(written)
        ? written
        : address(begins, depth + 1) + written.substring(colon + 1);
  }
}
