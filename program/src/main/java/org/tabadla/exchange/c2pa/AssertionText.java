package org.tabadla.exchange.c2pa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a manifest's assertions say: actions, ingredients, and JSON as it stands.
final class AssertionText {
  private static final int MOST_JSON_CHARACTERS = 64 * 1024;

  private final List<Credentials.Shown> shown = new ArrayList<>();
  private final List<Credentials.Action> actions = new ArrayList<>();
  private final List<Credentials.Ingredient> ingredients = new ArrayList<>();
  private final List<Link> manifests = new ArrayList<>();

  /// The address of an ingredient's own manifest and its hash.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a value
  record Link(String url, byte @Nullable [] hash, String algorithm) {}

  AssertionText(List<Box> assertions) throws Malformed {
    for (Box assertion : assertions) {
      byte[] json = assertion.content("json");
      byte[] cbor = assertion.content("cbor");
      shown.add(new Credentials.Shown(assertion.label(), json == null ? "" : text(json)));
      if (cbor != null && assertion.label().startsWith("c2pa.actions")) {
        takeActions(CborReader.read(cbor));
      } else if (cbor != null && assertion.label().startsWith("c2pa.ingredient")) {
        takeIngredient(CborReader.read(cbor));
      }
    }
  }

  List<Credentials.Shown> shown() {
    return shown;
  }

  List<Credentials.Action> actions() {
    return actions;
  }

  List<Credentials.Ingredient> ingredients() {
    return ingredients;
  }

  List<Link> manifests() {
    return manifests;
  }

  private void takeActions(Cbor assertion) {
    for (Cbor each : assertion.many("actions")) {
      Cbor agent = each.at("softwareAgent");
      String by =
          agent instanceof Cbor.Text(String name) ? name : agent == null ? "" : word(agent, "name");
      Cbor when =
          each.at("when") instanceof Cbor.Tagged(long _, Cbor value) ? value : each.at("when");
      actions.add(
          new Credentials.Action(
              word(each, "action"), when instanceof Cbor.Text(String time) ? time : "", by));
    }
  }

  private void takeIngredient(Cbor assertion) {
    Cbor link = assertion.at("c2pa_manifest");
    link = link == null ? assertion.at("activeManifest") : link;
    String url = link == null ? "" : word(link, "url");
    if (link != null && !url.isEmpty()) {
      manifests.add(
          new Link(url, link.bytes("hash"), ManifestCheck.algorithm(link, Hashes.STANDARD)));
    }
    ingredients.add(
        new Credentials.Ingredient(
            word(assertion, "dc:title"),
            word(assertion, "dc:format"),
            word(assertion, "relationship"),
            url.substring(url.lastIndexOf('/') + 1)));
  }

  private static String word(Cbor fields, String key) {
    String text = fields.text(key);
    return text == null ? "" : text;
  }

  private static String text(byte[] json) {
    return json.length > MOST_JSON_CHARACTERS ? "" : new String(json, StandardCharsets.UTF_8);
  }
}
