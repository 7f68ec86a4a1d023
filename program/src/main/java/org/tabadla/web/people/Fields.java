package org.tabadla.web.people;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.web.Ui;

/// What a form or a request gives, within limits.
final class Fields {
  private static final int LONGEST_FIELD_CHARS = 300;

  private Fields() {}

  /// Only an address of this server leads on.
  static String within(@Nullable String next) {
    boolean fits =
        next != null
            && next.startsWith("/")
            && !next.startsWith("//")
            && next.indexOf('\\') < 0
            && next.chars().noneMatch(Character::isISOControl);
    return next != null && fits ? next : "";
  }

  /// The names of an organisation, one a language of the interface.
  static List<Text> names(Context ctx) {
    var names = new ArrayList<Text>();
    for (Ui ui : Ui.ALL) {
      String name = field(ctx, "name-" + ui.tag());
      if (!name.isBlank()) {
        names.add(new Text(name, new Lang(ui.tag())));
      }
    }
    return names;
  }

  static String agent(Context ctx) {
    return Optional.ofNullable(ctx.header("User-Agent")).orElse("");
  }

  /// @return the field as it was sent; "" where there is none
  static String given(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /// @return the field without white space around it
  /// @throws NotAllowed when it is too long
  static String field(Context ctx, String name) {
    String value = given(ctx, name).strip();
    if (value.length() > LONGEST_FIELD_CHARS) {
      throw NotAllowed.of(409, "refused.too_long", name);
    }
    return value;
  }

  /// @throws NotAllowed when it is none of them
  static <E extends Enum<E>> E choice(Class<E> type, String value) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(value)) {
        return each;
      }
    }
    throw NotAllowed.of(409, "refused.choice", value);
  }
}
