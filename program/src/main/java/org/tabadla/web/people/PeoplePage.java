package org.tabadla.web.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Moment;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.Organisation;
import org.tabadla.people.Role;
import org.tabadla.people.Sessions;
import org.tabadla.people.SpokenPrint;
import org.tabadla.people.Tokens;
import org.tabadla.web.Dated;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Ui;
import org.tabadla.web.When;

/// What the pages about people are filled from.
///
/// @param me null for a reader without an account
/// @param shown the page's own matter
public record PeoplePage(Shell shell, ZoneId zone, @Nullable Visitor me, Shown shown) {
  /// The matter of one page.
  public sealed interface Shown {
    /// @param next where to go afterwards
    record SignIn(String next, @Nullable String trouble) implements Shown {}

    /// @param founds whether the newcomer founds an organisation
    record Invited(String secret, boolean founds, Role role, @Nullable String trouble)
        implements Shown {}

    /// @param made a token, shown this once
    record Mine(List<Sessions.Entry> sessions, List<Tokens.Entry> tokens, @Nullable String made)
        implements Shown {}

    record All(List<Organisation> organisations) implements Shown {}

    /// @param link a link just made, shown this once
    record One(
        Organisation organisation,
        List<Account> accounts,
        boolean own,
        boolean steers,
        @Nullable String link)
        implements Shown {}

    record Trail(List<Entry> entries) implements Shown {}

    record Trouble(String key, String detail) implements Shown {}
  }

  /// One deed of the trail.
  public record Entry(long seq, Instant at, String actor, String kind, String subject) {}

  public Ui ui() {
    return shell.ui();
  }

  public String token() {
    return me == null ? "" : me.formToken();
  }

  public boolean may(Role role) {
    return me != null && me.may(role);
  }

  public When when(Instant at) {
    return new Dated(ui(), zone).of(Moment.time(at, zone));
  }

  public Said said(Text text) {
    return Said.of(text);
  }

  public Said said(String words) {
    return Said.unknown(words);
  }

  public Said name(Organisation organisation) {
    return Said.of(organisation.name(ui().lang()));
  }

  /// A fingerprint in the words in which it is read aloud.
  public String spoken(Organisation.Key key) {
    return SpokenPrint.of(key.raw());
  }

  public String say(String group, Enum<?> value) {
    return ui().say(group + "." + value.name().toLowerCase(java.util.Locale.ROOT));
  }
}
