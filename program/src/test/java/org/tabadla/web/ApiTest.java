package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API against its own description.
class ApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  private static Served served;
  private static Visitor visitor;
  private static JsonNode description;
  private static String watch = "";

  @BeforeAll
  static void open() {
    served =
        Served.in(
            folder,
            WebOptions.standard().with(new WebOptions.Watches(true, url -> Optional.empty())));
    visitor = new Visitor(served.base());
    var desk =
        new WatchDesk(served.store(), served.search(), url -> Optional.empty(), Fixture.CLOCK);
    var asked = new WatchDesk.Asked("digital", "", "", "");
    if (desk.add(asked) instanceof WatchDesk.Outcome.Stands(var stands)) {
      watch = stands.id();
    }
    description = json("/api/openapi.json");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static JsonNode json(String path) {
    var answer = visitor.get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /// For each described address one that there is.
  private static Map<String, String> examples() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("/api/openapi.json", "/api/openapi.json");
    all.put("/api/articles", "/api/articles?limit=3");
    all.put("/api/articles/{key}", "/api/articles/" + Fixture.id("fajr-media"));
    all.put(
        "/api/articles/{key}/versions", "/api/articles/" + Fixture.id("sahil-flood") + "/versions");
    all.put("/api/stories", "/api/stories?limit=2");
    all.put("/api/stories/{key}", "/api/stories/" + Fixture.story("fajr-forum"));
    all.put("/api/sources", "/api/sources");
    all.put("/api/sources/{key}", "/api/sources/sahil.example");
    all.put("/api/sources/{key}/articles", "/api/sources/sahil.example/articles");
    all.put("/api/search", "/api/search?q=digital&lang=en&order=newest");
    all.put("/api/keywords", "/api/keywords?since=2025-07-01T00:00:00Z");
    all.put("/api/keywords/{key}", "/api/keywords/digital%20economy");
    all.put("/api/names", "/api/names");
    all.put("/api/names/{key}", "/api/names/org:sco");
    all.put("/api/names/{key}/quotes", "/api/names/org:sco/quotes");
    all.put("/api/topics", "/api/topics");
    all.put("/api/topics/{key}", "/api/topics/medtop:04000000");
    all.put("/api/trends", "/api/trends");
    all.put(WatchApi.ALL, WatchApi.ALL);
    all.put("/api/watches/{key}", "/api/watches/" + watch);
    return all;
  }

  @Test
  void theDescriptionHasEveryRouteAndNoOther() {
    Set<String> described = new HashSet<>();
    description.get("paths").propertyNames().forEach(described::add);
    var templates = new Replies(TemplateEngine.createPrecompiled(ContentType.Html));
    var trends = new Trends(served.store(), new Shells(served::base, false), Fixture.CLOCK);
    var api =
        new Api(
            served.store(),
            new Listings(served.store(), served.search()),
            new TopicPages(served.store(), new Shells(served::base, false), Fixture.CLOCK),
            trends,
            templates);
    Set<String> routes = new HashSet<>(api.handlers().keySet());
    routes.add(WatchApi.ALL);
    assertThat(described).isEqualTo(routes).isEqualTo(examples().keySet());
  }

  @Test
  void everyAnswerHasTheDescribedShape() {
    examples()
        .forEach((path, example) -> {
          JsonNode schema =
              description
                  .at("/paths")
                  .get(path)
                  .at("/get/responses/200/content/application~1json/schema");
          var faults = new ArrayList<String>();
          check(schema, json(example), path, faults);
          assertThat(faults).isEmpty();
        });
  }

  @Test
  void errorsHaveTheDescribedShape() {
    for (String path : List.of("/api/articles/none", "/api/articles?after=x", "/api/search")) {
      var faults = new ArrayList<String>();
      JsonNode trouble = description.at("/components/schemas/Trouble");
      check(trouble, JSON.readTree(visitor.get(path).body()), path, faults);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void listsContinueWhereTheyStopped() {
    JsonNode first = json("/api/articles?limit=7");
    JsonNode second = json("/api/articles?limit=7&" + first.get("next").asString());
    assertThat(first.get("articles").size()).isEqualTo(7);
    assertThat(second.get("articles").size()).isEqualTo(5);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void otherSitesMayReadTheApi() {
    assertThat(visitor.get("/api/stories").headers().firstValue("Access-Control-Allow-Origin"))
        .contains("*");
  }

  /// The part of JSON Schema that the description uses: references, types, properties that must be
  /// there, no property that is not described.
  private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("$ref")) {
      check(description.at(schema.get("$ref").asString().substring(1)), value, at, faults);
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        check(schema.get("anyOf").get(0), value, at, faults);
      }
    } else if (schema.has("type") && !types(schema).contains(type(value))) {
      faults.add(at + " is " + type(value) + ", described as " + types(schema));
    } else if (schema.has("items")) {
      for (JsonNode item : value) {
        check(schema.get("items"), item, at + "[]", faults);
      }
    } else if (schema.has("properties")) {
      members(schema, value, at, faults);
    }
  }

  private static void members(JsonNode schema, JsonNode value, String at, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        faults.add(at + " has no " + name.asString());
      }
    }
    for (String name : value.propertyNames()) {
      if (schema.get("properties").has(name)) {
        check(schema.get("properties").get(name), value.get(name), at + "." + name, faults);
      } else {
        faults.add(at + "." + name + " is not described");
      }
    }
  }

  private static Set<String> types(JsonNode schema) {
    var types = new HashSet<String>();
    JsonNode type = schema.get("type");
    if (type.isArray()) {
      type.forEach(t -> types.add(t.asString()));
    } else {
      types.add(type.asString());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> value.getNodeType().toString();
    };
  }
}
