package org.tabadla.exchange;

import java.time.Instant;
import java.util.Set;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;

/// Something that another organisation did and one must know of.
///
/// @param id names it among its organisation's
/// @param seq the place of the deed in the journal
/// @param kind the deed's kind; `match` where a listing meets one's own
/// @param path the page that shows it, after the language step
/// @param what it is about
/// @param by who did it
public record Notice(
    String id, long seq, String kind, String path, Text what, OrganisationId by, Instant at) {
  static final String KILLED = "killed";
  static final String MATCH = "match";
  private static final Set<String> URGENT =
      Set.of(KILLED, "corrected", "proposed", "signed", "delivered", "ended");

  /// Kills are told to everybody, whatever they asked for.
  public boolean isKill() {
    return kind.equals(KILLED);
  }

  public boolean isUrgent() {
    return URGENT.contains(kind);
  }

  /// What an account has mailed to it.
  public enum Which {
    ALL,
    URGENT,
    KILLS
  }

  /// An account's wish.
  ///
  /// @param email blank for no mail
  /// @param language the tag of the language in which it is written to
  public record Wish(String email, Which which, String language) {
    public static final Wish NONE = new Wish("", Which.ALL, "ur");

    boolean wants(Notice notice) {
      return !email.isBlank()
          && (notice.isKill()
              || switch (which) {
                case ALL -> true;
                case URGENT -> notice.isUrgent();
                case KILLS -> false;
              });
    }
  }

  /// A notice to be mailed.
  ///
  /// @param name names the letter for good
  public record Mail(String name, String to, String language, Notice notice) {}
}
