package org.tabadla.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// What an item is about, comes from or was made by.
///
/// @param kind what it is to the item
/// @param names by language; `und` where the format does not say
/// @param uri its identifier as an address
/// @param scheme the vocabulary's address where a code stands alone (ninjs 1)
/// @param code as the format has it: `medtop:04000000`, `it`
/// @param literal an identifier that is only the sender's
/// @param rel how it is tied to the item: `about`, `mentions`; a source's or maker's role
/// @param creator who or what assigned it
/// @param relevance 0 to 100
/// @param confidence 0 to 100
public record Concept(
    Kind kind,
    List<Text> names,
    @Nullable String uri,
    @Nullable String scheme,
    @Nullable String code,
    @Nullable String literal,
    @Nullable String rel,
    @Nullable String creator,
    @Nullable Integer relevance,
    @Nullable Integer confidence) {
  /// What a concept is to an item.
  public enum Kind {
    SUBJECT,
    PERSON,
    ORGANISATION,
    PLACE,
    EVENT,
    OBJECT,
    GENRE,
    LOCATED,
    SOURCE,
    CREATOR,
    CONTRIBUTOR,
    HOLDER
  }

  public Concept {
    names = List.copyOf(names);
  }

  static Concept named(Kind kind, String name) {
    return new Concept(
        kind, List.of(new Text(name, Lang.UND)), null, null, null, null, null, null, null, null);
  }

  Concept with(List<Text> more) {
    return new Concept(kind, more, uri, scheme, code, literal, rel, creator, relevance, confidence);
  }

  Concept as(Kind other, @Nullable String role) {
    return new Concept(
        other, names, uri, scheme, code, literal, role, creator, relevance, confidence);
  }

  /// @return its first name, or null
  public @Nullable String name() {
    return names.isEmpty() ? null : names.getFirst().value();
  }

  /// @return its name, or what identifies it
  public String shown() {
    String name = name();
    return name != null
        ? name
        : code != null ? code : uri != null ? uri : literal != null ? literal : "";
  }

  /// @return its full address: its own, or made of a known vocabulary and its code; null where
  ///   there is none
  @Nullable String address() {
    if (uri != null) {
      return uri;
    }
    if (code == null) {
      return null;
    }
    if (scheme != null && scheme.contains(":")) {
      return scheme + (scheme.endsWith("/") || scheme.endsWith("#") ? "" : "/") + code;
    }
    return code.contains("://") ? code : Vocabularies.address(code);
  }
}
