package org.tabadla.formats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Checks a document against the standard that it follows. Start reading here.
///
/// @param now the time against which dates are future or past
public record Checker(Instant now) {
  /// Checks a document, told apart by its own words.
  public Checked check(byte[] bytes) {
    return check(bytes, null);
  }

  /// Checks a document as one of a format.
  ///
  /// @param as the format to hold it to; null to tell it apart
  public Checked check(byte[] bytes, @Nullable Format as) {
    return switch (Parsed.of(bytes)) {
      case Parsed.Unreadable(Finding reason) -> new Checked.Unknown(reason);
      case Parsed.Xml xml -> xml(xml, as == null ? Sniffed.xml(xml.root()) : as);
      case Parsed.Json(JsonNode root) -> json(root, as == null ? Sniffed.json(root) : as);
    };
  }

  private Checked xml(Parsed.Xml document, @Nullable Format format) {
    if (format == null) {
      return unknown("the root element is " + document.root().name());
    }
    if (!format.schema().endsWith(".xsd")) {
      return unknown("this is XML, and " + format.title() + " is not");
    }
    List<Finding> faults = StrictXml.validate(document.bytes().array(), XmlSchemas.of(format));
    List<Finding> advice = new ArrayList<>();
    if (faults.isEmpty() && format.name().startsWith("IATI")) {
      advice.addAll(IatiCodes.unknown(document.root()));
      advice.addAll(IatiRules.standard().broken(document.bytes().array(), now));
    }
    return Checked.of(format, faults, advice);
  }

  private static Checked json(JsonNode root, @Nullable Format format) {
    if (format == null) {
      String keys = root.isObject() ? String.join(", ", root.propertyNames()) : "";
      return unknown(
          root.isObject()
              ? "the object's keys are " + keys.substring(0, Math.min(keys.length(), 200))
              : "an array or a bare value");
    }
    return switch (format) {
      case CLAIM_REVIEW -> ClaimReviewCheck.check(root);
      case ODRL -> OdrlShape.check(root);
      case NEWSML_G2, NITF, IATI_ACTIVITIES, IATI_ORGANISATIONS ->
          unknown("this is JSON, and " + format.title() + " is not");
      case NINJS_1_6,
          NINJS_2_0,
          NINJS_2_1,
          NINJS_2_2,
          NINJS_3_0,
          NINJS_3_1,
          OC4IDS_PACKAGE,
          OC4IDS_PROJECT,
          OCDS_PACKAGE,
          OCDS_RELEASE,
          GEOJSON,
          VIDEO_METADATA -> {
        List<Finding> faults = JsonSchemas.faults(format, root);
        yield Checked.of(
            format, faults, faults.isEmpty() ? JsonSchemas.forms(format, root) : List.of());
      }
    };
  }

  private static Checked.Unknown unknown(String seen) {
    return new Checked.Unknown(
        new Finding("", "no format that is known here: " + seen + "; --as FORMAT names one"));
  }
}
