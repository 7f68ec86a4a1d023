package org.tabadla.web.register;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Named;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.web.Entries;

/// One commitment as a record of OAI-PMH, in unqualified Dublin Core; what was joined to another is
/// told as deleted.
///
/// @param left the set from which it is told as deleted, though it stands in others; "" for none
record OaiRecord(
    Register.Changed changed, String left, String identifier, String base, Register register) {
  static final String FORMATS =
      """
      <ListMetadataFormats>
      <metadataFormat>
      <metadataPrefix>oai_dc</metadataPrefix>
      <schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
      <metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>
      </metadataFormat>
      </ListMetadataFormats>
      """;

  private static final String OPENING =
      "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai_dc/"
          + " http://www.openarchives.org/OAI/2.0/oai_dc.xsd\">\n";

  String header() {
    Commitment commitment = changed.commitment();
    var out = new StringBuilder(commitment == null ? "<header status=\"deleted\">" : "<header>");
    out.append("\n<identifier>");
    out.append(escaped(identifier)).append("</identifier>\n<datestamp>");
    out.append(stamp(changed.change().at())).append("</datestamp>\n");
    if (!left.isEmpty()) {
      out.append("<setSpec>").append(escaped(left)).append("</setSpec>\n");
    }
    if (commitment == null) {
      return out.append("</header>\n").toString();
    }
    out.append("<setSpec>status:").append(commitment.newest().status().word());
    out.append("</setSpec>\n");
    for (Named pair : register.shelves(commitment, Shelf.Kind.PAIR)) {
      out.append("<setSpec>pair:").append(pair.key()).append("</setSpec>\n");
    }
    return out.append("</header>\n").toString();
  }

  String whole() {
    var out = new StringBuilder("<record>\n").append(header());
    Commitment commitment = changed.commitment();
    if (commitment == null) {
      return out.append("</record>\n").toString();
    }
    out.append("<metadata>\n");
    out.append(OPENING);
    var seen = new LinkedHashSet<String>();
    for (Assertion a : commitment.assertions()) {
      seen.add(one("title", Tongue.heading(a).words()));
    }
    for (Named party : register.shelves(commitment, Shelf.Kind.PARTY)) {
      seen.add(one("contributor", party.words()));
    }
    for (Named sector : register.shelves(commitment, Shelf.Kind.SECTOR)) {
      seen.add(one("subject", sector.words()));
    }
    for (Assertion a : commitment.assertions()) {
      seen.add(
          one(
              "description",
              a.origin().name() + ", " + a.status().word() + ": “" + a.sentence().words() + "”"));
      seen.add(one("date", a.origin().said().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
      seen.add(one("language", a.origin().lang()));
      if (a.origin().url() != null) {
        seen.add(one("source", a.origin().url()));
      }
    }
    for (Named place : register.shelves(commitment, Shelf.Kind.PLACE)) {
      seen.add(one("coverage", place.words()));
    }
    seen.add(one("identifier", base + "/register/c/" + commitment.id()));
    seen.forEach(out::append);
    return out.append("</oai_dc:dc>\n</metadata>\n</record>\n").toString();
  }

  private static String one(String element, String words) {
    return "<dc:" + element + ">" + escaped(words) + "</dc:" + element + ">\n";
  }

  static String escaped(String words) {
    return Entries.escaped(words);
  }

  static String stamp(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
