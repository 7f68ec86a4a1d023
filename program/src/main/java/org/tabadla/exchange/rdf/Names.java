package org.tabadla.exchange.rdf;

/// Addresses of the vocabularies that policies and reports are written in.
public final class Names {
  /// ODRL 2.2.
  public static final String ODRL = "http://www.w3.org/ns/odrl/2/";

  /// XML Schema's types.
  public static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /// RDF itself.
  public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /// Dublin Core terms.
  public static final String DCT = "http://purl.org/dc/terms/";

  /// SolidLab's model of compliance reports.
  public static final String REPORT = "https://w3id.org/force/compliance-report#";

  /// The report's terms in the examples of the W3C group.
  public static final String REPORT_OF_W3C = "http://example.com/report/temp/";

  /// States of the world and evaluation requests, as the W3C group drafts them.
  public static final String SOTW = "https://w3id.org/force/sotw#";

  /// What a thing is.
  public static final String TYPE = RDF + "type";

  private Names() {}

  /// What stands after the last `#`, `/` or `:`.
  public static String local(String iri) {
    int cut = Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')));
    return iri.substring(cut + 1);
  }
}
