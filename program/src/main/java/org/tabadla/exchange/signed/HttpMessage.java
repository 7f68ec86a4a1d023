package org.tabadla.exchange.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A request or response as far as signatures can cover it.
///
/// @param start what stands in the first line
/// @param fields header fields in their order; one name may come several times
/// @param body the content as it travelled
public record HttpMessage(Start start, List<Field> fields, Body body) {
  public HttpMessage {
    fields = List.copyOf(fields);
  }

  /// The first line.
  public sealed interface Start {
    /// A request's method and its full address, such as `https://partner.example/inbox?after=7`.
    record Request(String method, Address address) implements Start {}

    /// A response's status, 100 to 599.
    record Response(int status) implements Start {}
  }

  /// The parts of a request's address.
  ///
  /// @param authority host and port as sent
  /// @param target path and query exactly as sent
  public record Address(String scheme, String authority, String target) {
    /// The path as sent; an empty one is `/` (RFC 9421 §2.2.6).
    String path() {
      int query = target.indexOf('?');
      String path = query < 0 ? target : target.substring(0, query);
      return path.isEmpty() ? "/" : path;
    }

    /// The query with its question mark; `?` alone where there is none (RFC 9421 §2.2.7).
    String query() {
      int query = target.indexOf('?');
      return query < 0 ? "?" : target.substring(query);
    }

    /// The host in small letters, without the scheme's usual port (RFC 9421 §2.2.3).
    String plainAuthority() {
      String small = authority.toLowerCase(Locale.ROOT);
      String usual = scheme.equalsIgnoreCase("http") ? ":80" : ":443";
      return small.endsWith(usual) ? small.substring(0, small.length() - usual.length()) : small;
    }
  }

  /// One line of the header.
  public record Field(String name, String value) {}

  /// The content.
  @SuppressWarnings("ArrayRecordComponent") // bytes of a message are never compared as values
  public record Body(byte[] bytes) {}

  /// The values of all fields of this name, trimmed, in their order.
  public List<String> values(String name) {
    var values = new ArrayList<String>();
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value().strip().replaceAll("\\s*\\r?\\n\\s+", " "));
      }
    }
    return values;
  }

  /// The same message with one more field at the end.
  public HttpMessage with(String name, String value) {
    var more = new ArrayList<Field>(fields);
    more.add(new Field(name, value));
    return new HttpMessage(start, more, body);
  }
}
