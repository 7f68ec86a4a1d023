package org.tabadla.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The names that the kinds of a room's deeds have in the {@link Journal}. A name is for good: a
/// class may be called otherwise, what stands in the journal may not.
///
/// ```java
/// Kinds<Event> kinds = Kinds.of(Event.class, Map.of("claimed", Claimed.class, …));
/// kinds.named("claimed"); // Claimed.class
/// ```
public final class Kinds<E> {
  private final Map<String, Class<? extends E>> classes;
  private final Map<Class<?>, String> names;

  private Kinds(Class<E> all, Map<String, Class<? extends E>> classes) {
    this.classes = Map.copyOf(classes);
    var back = new HashMap<Class<?>, String>();
    classes.forEach((name, of) -> {
      if (back.put(of, name) != null) {
        throw new IllegalArgumentException("two names for " + of.getName());
      }
    });
    names = Map.copyOf(back);
    for (Class<?> one : all.getPermittedSubclasses()) {
      if (!names.containsKey(one)) {
        throw new IllegalArgumentException("no name for " + one.getName());
      }
    }
  }

  /// @param all the sealed interface
  /// @param classes each kind's class by its name
  /// @throws IllegalArgumentException when a class has two names or none
  public static <E> Kinds<E> of(Class<E> all, Map<String, Class<? extends E>> classes) {
    return new Kinds<>(all, classes);
  }

  public String of(E event) {
    return Objects.requireNonNull(names.get(event.getClass()), "a kind of the sealed interface");
  }

  /// @return null for a name that this version does not know
  public @Nullable Class<? extends E> named(String name) {
    return classes.get(name);
  }
}
