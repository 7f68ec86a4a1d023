package org.tabadla.exchange.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.ExchangePacks;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP working group's cases for structured fields.
class StructuredFieldsPackTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Test
  void everyFieldIsReadAndWrittenAsTheGroupExpects() {
    var faults = new ArrayList<String>();
    int cases = 0;
    for (Path file : ExchangePacks.files(ExchangePacks.folder("structured-fields"), ".json")) {
      for (JsonNode each : JSON.readTree(ExchangePacks.read(file))) {
        cases++;
        String fault = each.has("raw") ? read(each) : written(each);
        if (fault != null) {
          faults.add(file.getFileName() + " " + each.path("name") + ": " + fault);
        }
      }
    }
    assertThat(cases).isGreaterThan(500);
    assertThat(faults).isEmpty();
  }

  private static @Nullable String read(JsonNode each) {
    var lines = new ArrayList<String>();
    each.path("raw").forEach(line -> lines.add(line.stringValue()));
    String field = String.join(", ", lines);
    String kind = each.path("header_type").stringValue();
    try {
      String expected = each.path("expected").toString();
      String canonical;
      List<Member> seen = new ArrayList<>();
      switch (kind) {
        case "item" -> {
          Member.Item item = StructuredFields.item(field);
          seen.add(item);
          canonical = FieldWriter.member(item);
        }
        case "list" -> {
          seen.addAll(StructuredFields.list(field));
          canonical = FieldWriter.list(seen);
        }
        default -> {
          SequencedMap<String, Member> members = StructuredFields.dictionary(field);
          seen.addAll(members.values());
          canonical = FieldWriter.dictionary(members);
        }
      }
      if (each.path("must_fail").booleanValue(false)) {
        return "should not be read";
      }
      var wanted = new ArrayList<String>();
      if (each.has("canonical")) {
        each.path("canonical").forEach(line -> wanted.add(line.stringValue()));
      } else {
        wanted.addAll(lines);
      }
      String all = String.join(", ", wanted);
      if (!canonical.equals(all)) {
        return "written as " + canonical + ", not " + all;
      }
      return expected.isEmpty()
              || kind.equals("dictionary")
              || members(each.path("expected"), kind).equals(seen)
          ? null
          : "read as " + seen;
    } catch (MalformedField e) {
      boolean mayFail =
          each.path("must_fail").booleanValue(false) || each.path("can_fail").booleanValue(false);
      return mayFail ? null : e.getMessage();
    }
  }

  private static @Nullable String written(JsonNode each) {
    String kind = each.path("header_type").stringValue();
    try {
      String out;
      if (kind.equals("dictionary")) {
        var members = new LinkedHashMap<String, Member>();
        each.path("expected")
            .forEach(pair -> members.put(pair.path(0).stringValue(), member(pair.path(1))));
        out = FieldWriter.dictionary(members);
      } else {
        out = FieldWriter.list(members(each.path("expected"), kind));
      }
      if (each.path("must_fail").booleanValue(false)) {
        return "should not be written: " + out;
      }
      return out.equals(each.path("canonical").path(0).stringValue(""))
          ? null
          : "written as " + out;
    } catch (MalformedField e) {
      return each.path("must_fail").booleanValue(false) ? null : e.getMessage();
    }
  }

  private static List<Member> members(JsonNode expected, String kind) {
    var members = new ArrayList<Member>();
    if (kind.equals("item")) {
      members.add(member(expected));
    } else {
      expected.forEach(each -> members.add(member(each)));
    }
    return members;
  }

  private static Member member(JsonNode pair) {
    var parameters = new LinkedHashMap<String, Bare>();
    pair.path(1).forEach(each -> parameters.put(each.path(0).stringValue(), bare(each.path(1))));
    if (pair.path(0).isArray()) {
      var items = new ArrayList<Member.Item>();
      pair.path(0).forEach(each -> items.add((Member.Item) member(each)));
      return new Member.Inner(items, parameters);
    }
    return new Member.Item(bare(pair.path(0)), parameters);
  }

  private static Bare bare(JsonNode value) {
    if (value.isObject()) {
      String text = value.path("value").isString() ? value.path("value").stringValue() : "";
      return switch (value.path("__type").stringValue()) {
        case "token" -> new Bare.Token(text);
        case "displaystring" -> new Bare.Display(text);
        case "date" -> new Bare.Moment(value.path("value").longValue());
        default -> new Bare.Bytes(base32(text));
      };
    }
    if (value.isBoolean()) {
      return new Bare.Flag(value.booleanValue());
    }
    if (value.isIntegralNumber()) {
      return new Bare.Whole(value.longValue());
    }
    return value.isNumber()
        ? new Bare.Decimal(new BigDecimal(value.toString()))
        : new Bare.Quoted(value.stringValue());
  }

  /// The pack writes bytes in Base32.
  private static byte[] base32(String text) {
    var bits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      if (digit >= 0) {
        bits.append(String.format("%5s", Integer.toBinaryString(digit)).replace(' ', '0'));
      }
    }
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }
}
