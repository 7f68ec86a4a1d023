package org.tabadla.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// The one place here that opens XML parsers: no document types, hence no entities; nothing is ever
/// fetched; depth and size have limits. The forgiving readers of web pages and feeds are those of
/// the room `read`.
final class StrictXml {
  private static final int MOST_DEPTH = 90;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int MOST_FAULTS = 50;

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String LOCALE = "http://apache.org/xml/properties/locale";

  private StrictXml() {}

  static Parsed parse(byte[] bytes) {
    var tree = new Tree();
    try {
      reader(tree).parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXParseException e) {
      return new Parsed.Unreadable(
          new Finding(place(e), "not XML within limits: " + e.getMessage()));
    } catch (SAXException | IOException e) {
      return new Parsed.Unreadable(new Finding("", "not XML within limits: " + e.getMessage()));
    }
    XmlNode root = tree.root;
    return root == null
        ? new Parsed.Unreadable(new Finding("", "the document has no element"))
        : new Parsed.Xml(new Bytes(bytes), root);
  }

  /// @return what a schema finds wrong, in document order, at most fifty findings
  static List<Finding> validate(byte[] bytes, Schema schema) {
    var found = new ArrayList<Finding>();
    try {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setProperty(LOCALE, Locale.ENGLISH);
      validator.setErrorHandler(new Faults(found));
      var source = new InputSource(new ByteArrayInputStream(bytes));
      validator.validate(new SAXSource(reader(new DefaultHandler()), source));
    } catch (SAXParseException e) {
      found.add(new Finding(place(e), String.valueOf(e.getMessage())));
    } catch (SAXException | IOException e) {
      found.add(new Finding("", String.valueOf(e.getMessage())));
    }
    return found;
  }

  /// @return the document as XPath wants it
  static Document document(byte[] bytes) throws SAXException {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XMLReader reader(DefaultHandler handler) throws SAXException {
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setProperty(LOCALE, Locale.ENGLISH);
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      return reader;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(SAXParseException e) {
    return e.getLineNumber() + ":" + e.getColumnNumber();
  }

  /// Collects what a validator says; after the fiftieth it stops, since one slip repeats itself on
  /// every line.
  private static final class Faults extends DefaultHandler {
    private final List<Finding> found;

    Faults(List<Finding> found) {
      this.found = found;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      found.add(new Finding(place(e), String.valueOf(e.getMessage())));
      if (found.size() >= MOST_FAULTS) {
        throw new SAXException("more faults are not listed");
      }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /// Builds the tree.
  private static final class Tree extends DefaultHandler {
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Locator locator;
    private @Nullable XmlNode root;
    private int elements;

    @Override
    public void setDocumentLocator(Locator at) {
      locator = at;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes given)
        throws SAXException {
      endText();
      if (open.size() >= MOST_DEPTH || ++elements > MOST_ELEMENTS) {
        throw fault("deeper than " + MOST_DEPTH + " or more than " + MOST_ELEMENTS + " elements");
      }
      if (given.getLength() > MOST_ATTRIBUTES) {
        throw fault(given.getLength() + " attributes; at most " + MOST_ATTRIBUTES + " are read");
      }
      Locator at = locator;
      var node =
          new XmlNode(
              uri,
              name,
              attributes(given),
              new ArrayList<>(),
              at == null ? 0 : at.getLineNumber(),
              at == null ? 0 : at.getColumnNumber());
      XmlNode parent = open.peek();
      if (parent == null) {
        root = node;
      } else {
        parent.content().add(node);
      }
      open.push(node);
    }

    private static Map<String, String> attributes(Attributes given) {
      var out = new LinkedHashMap<String, String>();
      for (int i = 0; i < given.getLength(); i++) {
        String uri = given.getURI(i);
        String key =
            uri.isEmpty()
                ? given.getLocalName(i)
                : uri.equals(XMLConstants.XML_NS_URI)
                    ? "xml:" + given.getLocalName(i)
                    : "{" + uri + "}" + given.getLocalName(i);
        out.put(key, given.getValue(i));
      }
      return out;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      endText();
      open.pop();
    }

    private void endText() {
      XmlNode parent = open.peek();
      if (parent != null && !text.isEmpty()) {
        parent.content().add(text.toString());
      }
      text.setLength(0);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }

    private SAXParseException fault(String message) {
      return new SAXParseException(message, locator);
    }
  }
}
