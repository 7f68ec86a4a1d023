package org.tabadla.exchange.signed;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The very text that a message signature signs (RFC 9421 §2.5).
final class SignedText {
  private static final int MOST_COMPONENTS = 100;

  private final HttpMessage message;
  private final @Nullable HttpMessage request;

  /// @param request what `message` answers, for components marked `req`
  SignedText(HttpMessage message, @Nullable HttpMessage request) {
    this.message = message;
    this.request = request;
  }

  /// @param covered the components and the signature's parameters, as in `Signature-Input`
  String of(Member.Inner covered) throws MalformedField {
    if (covered.items().size() > MOST_COMPONENTS) {
      throw new MalformedField("more than " + MOST_COMPONENTS + " covered components");
    }
    var base = new StringBuilder();
    var seen = new HashSet<String>();
    for (Member.Item item : covered.items()) {
      if (!(item.value() instanceof Bare.Quoted(String name))
          || !name.equals(name.toLowerCase(Locale.ROOT))) {
        throw new MalformedField("a component's name must be a string in small letters");
      }
      String identifier = FieldWriter.member(item);
      if (!seen.add(identifier)) {
        throw new MalformedField("the component " + identifier + " comes twice");
      }
      String value = value(name, item);
      if (value.indexOf('\n') >= 0) {
        throw new MalformedField("a line break in the component " + identifier);
      }
      base.append(identifier).append(": ").append(value).append('\n');
    }
    return base.append("\"@signature-params\": ").append(FieldWriter.member(covered)).toString();
  }

  private String value(String name, Member.Item item) throws MalformedField {
    HttpMessage of = message;
    if (item.parameters().containsKey("req")) {
      if (request == null || message.start() instanceof HttpMessage.Start.Request) {
        throw new MalformedField("\"" + name + "\" is of the request, which is not at hand");
      }
      of = request;
    }
    return name.startsWith("@") ? derived(name, item, of) : field(name, item, of);
  }

  private static String derived(String name, Member.Item item, HttpMessage of)
      throws MalformedField {
    return switch (of.start()) {
      case HttpMessage.Start.Response(int status) -> {
        if (name.equals("@status")) {
          yield Integer.toString(status);
        }
        throw new MalformedField("a response has no " + name);
      }
      case HttpMessage.Start.Request(String method, HttpMessage.Address address) ->
          switch (name) {
            case "@method" -> method;
            case "@scheme" -> address.scheme().toLowerCase(Locale.ROOT);
            case "@authority" -> address.plainAuthority();
            case "@target-uri" -> address.scheme() + "://" + address.authority() + address.target();
            case "@request-target" -> address.target();
            case "@path" -> address.path();
            case "@query" -> address.query();
            case "@query-param" -> queryParameter(item, address);
            default -> throw new MalformedField("a component that is none: " + name);
          };
    };
  }

  private static String queryParameter(Member.Item item, HttpMessage.Address address)
      throws MalformedField {
    if (!(item.parameters().get("name") instanceof Bare.Quoted(String wanted))) {
      throw new MalformedField("\"@query-param\" without a name");
    }
    var found = new ArrayList<String>();
    try {
      for (String pair : address.query().substring(1).split("&", -1)) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        if (recoded(key).equals(wanted)) {
          found.add(recoded(equals < 0 ? "" : pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedField("a query that cannot be decoded: " + e.getMessage());
    }
    // Which of several is meant could be read differently at both ends (RFC 9421 §2.2.8).
    if (found.size() != 1) {
      throw new MalformedField("the query holds " + found.size() + " parameters named " + wanted);
    }
    return found.getFirst();
  }

  private static String recoded(String encoded) {
    return URLEncoder.encode(
            URLDecoder.decode(encoded, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private static String field(String name, Member.Item item, HttpMessage of) throws MalformedField {
    List<String> values = of.values(name);
    if (values.isEmpty()) {
      throw new MalformedField("the message has no field " + name);
    }
    Map<String, Bare> how = item.parameters();
    if (how.containsKey("tr")) {
      throw new MalformedField("trailers are not kept, so " + name + " of them cannot be checked");
    }
    if (how.containsKey("bs")) {
      if (how.containsKey("sf") || how.containsKey("key")) {
        throw new MalformedField("\"" + name + "\" is asked for both as bytes and as a structure");
      }
      return wrapped(values);
    }
    String joined = String.join(", ", values);
    if (how.get("key") instanceof Bare.Quoted(String key)) {
      Member member = StructuredFields.dictionary(joined).get(key);
      if (member == null) {
        throw new MalformedField("the field " + name + " has no key " + key);
      }
      return FieldWriter.member(member);
    }
    return how.containsKey("sf") ? canonical(name, joined) : joined;
  }

  private static String wrapped(List<String> values) throws MalformedField {
    var members = new ArrayList<Member>();
    for (String value : values) {
      members.add(
          new Member.Item(
              new Bare.Bytes(value.getBytes(StandardCharsets.ISO_8859_1)), new LinkedHashMap<>()));
    }
    return FieldWriter.list(members);
  }

  /// A structured field in its canonical form; its kind is known by the name or by trying.
  private static String canonical(String name, String field) throws MalformedField {
    try {
      return FieldWriter.dictionary(StructuredFields.dictionary(field));
    } catch (MalformedField notADictionary) {
      try {
        return FieldWriter.list(StructuredFields.list(field));
      } catch (MalformedField e) {
        throw new MalformedField("the field " + name + " is no structured field");
      }
    }
  }
}
