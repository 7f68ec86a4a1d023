package org.tabadla.formats;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/// The bundled XML schemas, each built when it is first asked for (about a second for NewsML-G2)
/// and kept.
final class XmlSchemas {
  private static final Map<Format, Schema> BUILT = new EnumMap<>(Format.class);

  private XmlSchemas() {}

  static synchronized Schema of(Format format) {
    return BUILT.computeIfAbsent(format, XmlSchemas::build);
  }

  private static Schema build(Format format) {
    String file = format.schema();
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver(new Beside(folder));
      var source = new StreamSource(new ByteArrayInputStream(Resources.bytes(file)));
      if (format != Format.NEWSML_G2) {
        return factory.newSchema(source);
      }
      // An article in NITF may stand within a news item.
      var nitf = new StreamSource(new ByteArrayInputStream(Resources.bytes(Format.NITF.schema())));
      return factory.newSchema(new StreamSource[] {source, nitf});
    } catch (SAXException e) {
      throw new IllegalStateException("bundled schema " + file, e);
    }
  }

  /// Gives what a schema imports from the same folder, whatever address it names.
  private record Beside(String folder) implements LSResourceResolver {
    @Override
    public @Nullable LSInput resolveResource(
        String type,
        @Nullable String namespace,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String base) {
      if (systemId == null) {
        return null;
      }
      String name = folder + systemId.substring(systemId.lastIndexOf('/') + 1);
      return Resources.exists(name) ? new Given(name, Resources.bytes(name)) : null;
    }
  }

  /// A bundled file as the schema processor asks for it; what it may set is not heeded.
  private static final class Given implements LSInput {
    private final String name;
    private final byte[] bytes;

    Given(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public @Nullable Reader getCharacterStream() {
      return null;
    }

    @Override
    public void setCharacterStream(Reader stream) {}

    @Override
    public InputStream getByteStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void setByteStream(InputStream stream) {}

    @Override
    public @Nullable String getStringData() {
      return null;
    }

    @Override
    public void setStringData(String data) {}

    @Override
    public String getSystemId() {
      return name;
    }

    @Override
    public void setSystemId(String id) {}

    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public void setPublicId(String id) {}

    @Override
    public @Nullable String getBaseURI() {
      return null;
    }

    @Override
    public void setBaseURI(String uri) {}

    @Override
    public @Nullable String getEncoding() {
      return null;
    }

    @Override
    public void setEncoding(String encoding) {}

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCertifiedText(boolean certified) {}
  }
}
