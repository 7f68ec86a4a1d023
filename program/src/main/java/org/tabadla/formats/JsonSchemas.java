package org.tabadla.formats;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The bundled JSON schemas. What they refer to by address is bundled too; nothing is fetched.
final class JsonSchemas {
  private static final int MOST_FAULTS = 50;

  /// The addresses by which schemas name one another, and the files that answer.
  private static final Map<String, String> BUNDLED =
      Map.of(
          "https://geojson.org/schema/GeoJSON.json", "geojson/GeoJSON.json",
          "https://standard.open-contracting.org/infrastructure/schema/0__9__5/project-schema.json",
              "oc4ids/project-schema.json",
          "https://standard.open-contracting.org/schema/1__1__5/release-schema.json",
              "ocds/release-schema.json",
          "https://www.iptc.org/std/phovidmd/iptc-phovidmdshared-schema.json",
              "video-metadata-hub/iptc-phovidmdshared-schema.json");

  private static final JsonSchemas STRUCTURE = new JsonSchemas(false);
  private static final JsonSchemas FORMATS = new JsonSchemas(true);

  private final SchemaRegistry registry;
  private final Map<Format, Schema> built = new HashMap<>();

  private JsonSchemas(boolean formats) {
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(formats)
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(EcmaPattern::new)
            .build();
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(JsonSchemas::bundled)
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));
  }

  /// @return what breaks the schema
  static List<Finding> faults(Format format, JsonNode document) {
    return STRUCTURE.validate(format, document);
  }

  /// @return strings that are not of the form that the schema names (date-time, uri): JSON Schema
  ///   has that as an annotation, not as a condition
  static List<Finding> forms(Format format, JsonNode document) {
    return FORMATS.validate(format, document).stream()
        .filter(f -> f.message().startsWith("format: "))
        .toList();
  }

  private List<Finding> validate(Format format, JsonNode document) {
    return schema(format).validate(document).stream()
        .limit(MOST_FAULTS)
        .map(JsonSchemas::finding)
        .toList();
  }

  private synchronized Schema schema(Format format) {
    return built.computeIfAbsent(
        format,
        f -> {
          JsonNode node = StrictJson.MAPPER.readTree(Resources.bytes(f.schema()));
          return registry.getSchema(SchemaLocation.of("urn:tabadla:" + f.typed()), node);
        });
  }

  private static Finding finding(Error error) {
    String place = error.getInstanceLocation().toString();
    return new Finding(place, error.getKeyword() + ": " + error.getMessage());
  }

  private static @org.jspecify.annotations.Nullable String bundled(String address) {
    String plain = address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    String file = BUNDLED.get(plain);
    return file == null ? null : Resources.text(file);
  }
}
