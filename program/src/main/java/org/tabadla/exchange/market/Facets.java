package org.tabadla.exchange.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.CanonicalJson;
import tools.jackson.databind.JsonNode;

/// The further fields of one kind of listing, by its JSON Schema in `facets/` beside this class.
/// Those schemas are flat: whole numbers, texts, and texts out of a list.
public final class Facets {
  private static final Map<Kind, Facets> ALL = read();

  private final List<Field> fields;

  private Facets(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /// One field.
  ///
  /// @param choices the only values; empty where any will do
  /// @param whole whether it is a whole number from `least` to `most`; else `most` counts
  ///   characters
  public record Field(
      String name, boolean required, boolean whole, long least, long most, List<String> choices) {
    public Field {
      choices = List.copyOf(choices);
    }

    boolean takes(String value) {
      if (!whole) {
        return value.length() <= most && (choices.isEmpty() || choices.contains(value));
      }
      try {
        long number = Long.parseLong(value);
        return number >= least && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  public static Facets of(Kind kind) {
    return Objects.requireNonNull(ALL.get(kind));
  }

  public List<Field> fields() {
    return fields;
  }

  /// @return null, or the field that is wrong with its value
  @Nullable String fault(Map<String, String> facet) {
    for (String name : facet.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        return name;
      }
    }
    for (Field field : fields) {
      String value = facet.get(field.name());
      if (value == null ? field.required() : !field.takes(value)) {
        return field.name() + ": " + (value == null ? "" : value);
      }
    }
    return null;
  }

  private static Map<Kind, Facets> read() {
    var all = new EnumMap<Kind, Facets>(Kind.class);
    for (Kind kind : Kind.values()) {
      String file = "facets/" + kind.name().toLowerCase(Locale.ROOT) + ".json";
      try (var in = Objects.requireNonNull(Facets.class.getResourceAsStream(file), file)) {
        all.put(kind, read(CanonicalJson.MAPPER.readTree(in.readAllBytes())));
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
    return all;
  }

  private static Facets read(JsonNode schema) {
    var required = new ArrayList<String>();
    schema.path("required").forEach(each -> required.add(each.asString()));
    var fields = new ArrayList<Field>();
    schema
        .path("properties")
        .properties()
        .forEach(each -> {
          JsonNode field = each.getValue();
          boolean whole = field.path("type").asString().equals("integer");
          var choices = new ArrayList<String>();
          field.path("enum").forEach(choice -> choices.add(choice.asString()));
          fields.add(
              new Field(
                  each.getKey(),
                  required.contains(each.getKey()),
                  whole,
                  field.path("minimum").asLong(0),
                  whole
                      ? field.path("maximum").asLong(1_000_000)
                      : field.path("maxLength").asLong(200),
                  choices));
        });
    return new Facets(fields);
  }
}
