package org.tabadla.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person as RSS writes one: `desk@example.pk (Name)`, `Name <desk@example.pk>`, either alone.
///
/// @param name without the address, null when there is none
record PersonText(@Nullable String name, @Nullable String email) {
  static final PersonText NOBODY = new PersonText(null, null);

  private static final int MAX_CHARS = 1_000;
  private static final Pattern EMAIL =
      Pattern.compile("(?:mailto:)?([\\w.+'%-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+)*+)");

  /// What is left around a name once the address is taken out.
  private static final Pattern AROUND =
      Pattern.compile("^[\\s()<>,;|\\[\\]-]++|[\\s()<>,;|\\[\\]-]++$");

  static PersonText of(@Nullable String written) {
    if (written == null || written.isBlank() || written.length() > MAX_CHARS) {
      return NOBODY;
    }
    // "Name <a@b>" is no markup.
    Matcher email = EMAIL.matcher(written);
    if (written.indexOf('@') < 0 || !email.find()) {
      String name = SafeHtml.plain(written);
      return new PersonText(name.isEmpty() ? null : name, null);
    }
    String rest = written.substring(0, email.start()) + " " + written.substring(email.end());
    String name = AROUND.matcher(rest).replaceAll("");
    name = SafeHtml.plain(AROUND.matcher(name).replaceAll(""));
    return new PersonText(name.isEmpty() ? null : name, email.group(1));
  }

  /// @return this, with what it lacks taken from `other`
  PersonText or(PersonText other) {
    return new PersonText(name == null ? other.name : name, email == null ? other.email : email);
  }
}
