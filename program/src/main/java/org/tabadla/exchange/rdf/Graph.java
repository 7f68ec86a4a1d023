package org.tabadla.exchange.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Refusal;

/// Statements: subject, property, object.
public final class Graph {
  /// More statements than this are refused.
  static final int MOST_STATEMENTS = 200_000;

  private final Map<Node, Map<String, SequencedSet<Node>>> statements = new LinkedHashMap<>();
  private int size;

  /// Adds a statement; one that is there already changes nothing.
  public void add(Node subject, String property, Node object) {
    boolean isNew =
        statements
            .computeIfAbsent(subject, _ -> new LinkedHashMap<>())
            .computeIfAbsent(property, _ -> new LinkedHashSet<>())
            .add(object);
    size += isNew ? 1 : 0;
    if (size > MOST_STATEMENTS) {
      throw new Refusal("more than " + MOST_STATEMENTS + " statements", "split the document");
    }
  }

  /// Adds all statements of another graph.
  public void addAll(Graph other) {
    other.statements.forEach((subject, properties) ->
        properties.forEach(
            (property, objects) -> objects.forEach(object -> add(subject, property, object))));
  }

  /// Everything that something is said of, in the order of reading.
  public Collection<Node> subjects() {
    return List.copyOf(statements.keySet());
  }

  /// All objects of a property, in the order of reading.
  public List<Node> all(Node subject, String property) {
    return List.copyOf(
        statements.getOrDefault(subject, Map.of()).getOrDefault(property, new LinkedHashSet<>()));
  }

  /// The first object of a property, or null.
  public @Nullable Node one(Node subject, String property) {
    List<Node> all = all(subject, property);
    return all.isEmpty() ? null : all.getFirst();
  }

  /// Whether something is said to be of this kind.
  public boolean is(Node subject, String type) {
    return all(subject, Names.TYPE).contains(new Node.Iri(type));
  }

  /// All of this kind, in the order of reading.
  public List<Node> ofType(String type) {
    var found = new ArrayList<Node>();
    for (Node subject : statements.keySet()) {
      if (is(subject, type)) {
        found.add(subject);
      }
    }
    return found;
  }

  /// Goes over what is said of one thing.
  public void about(Node subject, BiConsumer<String, Node> each) {
    statements
        .getOrDefault(subject, Map.of())
        .forEach((property, objects) -> objects.forEach(object -> each.accept(property, object)));
  }

  /// The number of statements.
  public int size() {
    return size;
  }
}
