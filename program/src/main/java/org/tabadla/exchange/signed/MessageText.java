package org.tabadla.exchange.signed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tabadla.model.Refusal;

/// Reads an HTTP/1.1 message as it stands in a file: first line, fields, an empty line, content.
public final class MessageText {
  /// A file above this is refused, in bytes.
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  /// A header above this is refused, in bytes.
  static final int MOST_HEADER_BYTES = 256 * 1024;

  static final int MOST_FIELDS = 500;

  private static final int MOST_SHOWN = 60;

  private final String source;

  private MessageText(String source) {
    this.source = source;
  }

  /// @param source the file's name, for errors
  /// @param scheme of the address where the first line holds only a path: `https` or `http`
  public static HttpMessage read(String source, byte[] bytes, String scheme) {
    return new MessageText(source).message(bytes, scheme);
  }

  private HttpMessage message(byte[] bytes, String scheme) {
    if (bytes.length > MOST_BYTES) {
      throw refused("too long", bytes.length + " bytes", "at most " + MOST_BYTES + " bytes");
    }
    int end = endOfHeader(bytes);
    String header = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    List<String> lines = header.lines().toList();
    if (lines.isEmpty()) {
      throw refused("no message", "an empty file", "give a file that begins with a request line");
    }
    var fields = new ArrayList<HttpMessage.Field>();
    for (String line : lines.subList(1, lines.size())) {
      addField(fields, line);
    }
    int content = Math.min(bytes.length, afterEmptyLine(bytes, end));
    return new HttpMessage(
        start(lines.getFirst(), fields, scheme),
        fields,
        new HttpMessage.Body(Arrays.copyOfRange(bytes, content, bytes.length)));
  }

  private void addField(List<HttpMessage.Field> fields, String line) {
    if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !fields.isEmpty()) {
      // A folded line goes on with the one before.
      HttpMessage.Field last = fields.removeLast();
      fields.add(new HttpMessage.Field(last.name(), last.value() + " " + line.strip()));
      return;
    }
    int colon = line.indexOf(':');
    if (colon <= 0 || fields.size() >= MOST_FIELDS) {
      throw refused("no field", line, "write each field as NAME: VALUE, at most " + MOST_FIELDS);
    }
    fields.add(new HttpMessage.Field(line.substring(0, colon), line.substring(colon + 1).strip()));
  }

  private HttpMessage.Start start(String line, List<HttpMessage.Field> fields, String scheme) {
    String[] parts = line.split(" ", -1);
    try {
      if (line.startsWith("HTTP/") && parts.length >= 2) {
        return new HttpMessage.Start.Response(Integer.parseInt(parts[1]));
      }
      if (parts.length == 3 && parts[2].startsWith("HTTP/")) {
        return new HttpMessage.Start.Request(parts[0], address(parts[1], fields, scheme));
      }
    } catch (IllegalArgumentException e) {
      throw refused("a first line that cannot be read", line, "see RFC 9112 §3 and §4");
    }
    throw refused("no first line", line, "begin with METHOD TARGET HTTP/1.1 or HTTP/1.1 STATUS");
  }

  private static HttpMessage.Address address(
      String target, List<HttpMessage.Field> fields, String scheme) {
    if (target.startsWith("http://") || target.startsWith("https://")) {
      URI uri = URI.create(target);
      String authority = uri.getRawAuthority();
      String rest = target.substring(uri.getScheme().length() + "://".length());
      int slash = rest.indexOf('/');
      return new HttpMessage.Address(
          uri.getScheme(),
          authority == null ? "" : authority,
          slash < 0 ? "/" : rest.substring(slash));
    }
    String host =
        fields.stream()
            .filter(field -> field.name().equalsIgnoreCase("host"))
            .map(HttpMessage.Field::value)
            .findFirst()
            .orElse("");
    return new HttpMessage.Address(scheme, host, target);
  }

  private int endOfHeader(byte[] bytes) {
    int most = Math.min(bytes.length, MOST_HEADER_BYTES);
    for (int i = 0; i < most; i++) {
      if (bytes[i] == '\n'
          && (startsWith(bytes, i + 1, "\n") || startsWith(bytes, i + 1, "\r\n"))) {
        return i;
      }
    }
    if (bytes.length > MOST_HEADER_BYTES) {
      throw refused("a header without end", "over " + most + " bytes", "end it with an empty line");
    }
    return bytes.length;
  }

  private static int afterEmptyLine(byte[] bytes, int end) {
    return end + 1 + (startsWith(bytes, end + 1, "\r\n") ? 2 : 1);
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Refusal refused(String what, String seen, String remedy) {
    String shown = seen.length() > MOST_SHOWN ? seen.substring(0, MOST_SHOWN) + "…" : seen;
    return new Refusal("[" + source + "] " + what + ": " + shown, remedy);
  }
}
