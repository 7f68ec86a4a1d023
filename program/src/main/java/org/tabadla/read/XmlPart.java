package org.tabadla.read;

/// What an XML element holds: text or further elements.
sealed interface XmlPart permits XmlPart.Chars, XmlElement {
  record Chars(String value) implements XmlPart {}
}
