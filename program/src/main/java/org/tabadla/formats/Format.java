package org.tabadla.formats;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The formats that can be told apart and checked.
public enum Format {
  NINJS_1_6("ninjs 1.6", "ninjs/ninjs-schema_1.6.json"),
  NINJS_2_0("ninjs 2.0", "ninjs/ninjs-schema_2.0.json"),
  NINJS_2_1("ninjs 2.1", "ninjs/ninjs-schema_2.1.json"),
  NINJS_2_2("ninjs 2.2", "ninjs/ninjs-schema_2.2.json"),
  NINJS_3_0("ninjs 3.0", "ninjs/ninjs-schema_3.0.json"),
  NINJS_3_1("ninjs 3.1", "ninjs/ninjs-schema_3.1.json"),
  NEWSML_G2("NewsML-G2 2.35", "newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd"),
  NITF("NITF 3.6", "newsml-g2/nitf-3-6.xsd"),
  IATI_ACTIVITIES("IATI activities 2.03", "iati/iati-activities-schema.xsd"),
  IATI_ORGANISATIONS("IATI organisations 2.03", "iati/iati-organisations-schema.xsd"),
  OC4IDS_PACKAGE("OC4IDS project package 0.9", "oc4ids/project-package-schema.json"),
  OC4IDS_PROJECT("OC4IDS project 0.9", "oc4ids/project-schema.json"),
  OCDS_PACKAGE("OCDS release package 1.1", "ocds/release-package-schema.json"),
  OCDS_RELEASE("OCDS release 1.1", "ocds/release-schema.json"),
  CLAIM_REVIEW("schema.org ClaimReview", "schemaorg/schemaorg-30.0-subset.jsonld"),
  ODRL("ODRL 2.2 policy", ""),
  GEOJSON("GeoJSON", "geojson/GeoJSON.json"),
  VIDEO_METADATA("IPTC Video Metadata Hub 1.5", "video-metadata-hub/iptc-vmhub-1.5-schema.json");

  private final String title;
  private final String schema;

  Format(String title, String schema) {
    this.title = title;
    this.schema = schema;
  }

  /// @return the standard's name with its version
  public String title() {
    return title;
  }

  /// @return where the schema lies beside this class; "" where the check is written in code
  String schema() {
    return schema;
  }

  boolean isNinjs() {
    return name().startsWith("NINJS_");
  }

  /// @return the name as people type it: `ninjs-3.1`, `newsml-g2`
  public String typed() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.replaceAll("(\\d)-(\\d)", "$1.$2");
  }

  /// @return the format of a typed name, or null
  public static @Nullable Format typed(String name) {
    return Arrays.stream(values())
        .filter(f -> f.typed().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
