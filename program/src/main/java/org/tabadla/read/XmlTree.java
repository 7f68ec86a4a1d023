package org.tabadla.read;

import java.io.StringReader;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads XML into elements. Well-formed input goes through the JDK's StAX parser, shut off from
/// DTDs and other documents; what it refuses goes through {@link LooseXml}.
final class XmlTree {
  static final int MAX_DEPTH = 200;
  static final int MAX_ELEMENTS = 1_000_000;

  private static final XMLInputFactory FACTORY = hardened();

  private XmlTree() {}

  private static XMLInputFactory hardened() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> new java.io.ByteArrayInputStream(new byte[0]));
    return factory;
  }

  /// @return the root element, or null when there is none
  static @Nullable XmlElement parse(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("<")) {
      try {
        return strict(trimmed);
      } catch (XMLStreamException | MissingResourceException e) {
        // Every second feed on the web has some fault: read it as well as can be. Of some faults in
        // a DTD the JDK's parser wants to tell and does not find the words.
        return LooseXml.parse(trimmed);
      }
    }
    return LooseXml.parse(trimmed);
  }

  private static @Nullable XmlElement strict(String text) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
    try {
      return new Strict(reader).read();
    } finally {
      reader.close();
    }
  }

  private static final class Strict {
    private final XMLStreamReader reader;
    private @Nullable XmlElement root;
    private @Nullable XmlElement open;
    private int depth;
    private int elements;

    Strict(XMLStreamReader reader) {
      this.reader = reader;
    }

    @Nullable XmlElement read() throws XMLStreamException {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> {
            open = open == null ? null : open.parent();
            depth--;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (open != null) {
              open.addText(XmlText.repaired(reader.getText()));
            }
          }
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new XMLStreamException("entity " + reader.getLocalName());
          default -> {}
        }
      }
      return root;
    }

    private void start() throws XMLStreamException {
      if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
        throw new XMLStreamException("deeper or larger than the limits");
      }
      String prefix = reader.getPrefix() == null ? "" : reader.getPrefix();
      String local = reader.getLocalName();
      var element =
          new XmlElement(
              open,
              XmlSpaces.usual(reader.getNamespaceURI(), prefix),
              local,
              prefix.isEmpty() ? local : prefix + ":" + local);
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String before = reader.getAttributePrefix(i);
        String name = reader.getAttributeLocalName(i);
        boolean bare = before == null || before.isEmpty();
        element.addAttribute(
            bare ? name : XmlSpaces.usual(reader.getAttributeNamespace(i), before) + ":" + name,
            XmlText.repaired(reader.getAttributeValue(i)));
      }
      if (open == null) {
        root = element;
      } else {
        open.addElement(element);
      }
      open = element;
    }
  }
}
