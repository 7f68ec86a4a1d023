package org.tabadla.exchange.market;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells whether a record that was read from outside holds all that it must: nothing is null but
/// what its declaration lets be null.
public final class Whole {
  private Whole() {}

  /// @return the path of the first value that is missing, such as `move.core.bargain`; null when
  ///   nothing is
  public static @Nullable String gap(Record of) {
    return gap(of, "");
  }

  private static @Nullable String gap(Record of, String path) {
    for (RecordComponent each : of.getClass().getRecordComponents()) {
      Object value = value(of, each);
      String at = path.isEmpty() ? each.getName() : path + "." + each.getName();
      String gap = value == null ? missing(each, at) : within(value, at);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  private static @Nullable String missing(RecordComponent component, String at) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : at;
  }

  private static @Nullable String within(Object value, String at) {
    return switch (value) {
      case Record inner -> gap(inner, at);
      case Map<?, ?> map -> ofAll(map.values(), at);
      case Collection<?> all -> ofAll(all, at);
      default -> null;
    };
  }

  private static @Nullable String ofAll(Collection<?> all, String at) {
    for (Object each : all) {
      String gap = each == null ? at : within(each, at);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  private static @Nullable Object value(Record of, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
