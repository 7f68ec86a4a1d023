package org.tabadla.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tabadla.model.Text;

/// A document that several organisations may sign, beside their own reviews. It binds none that did
/// not sign it.
///
/// @param proposer the organisation that wrote it
/// @param positions the newest of each organisation, in the order in which they came
public record Statement(
    String id, String proposer, Text text, Instant proposed, List<Position> positions) {
  /// Where an organisation stands.
  public enum Stand {
    CONCUR,
    CONCUR_IN_PART,
    DISSENT,
    NO_POSITION;

    /// @return as documents write it: `concur-in-part`
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One organisation's position.
  ///
  /// @param words its reasons, in its own words
  public record Position(String organisation, Stand stand, Text words, Instant at, Seal seal) {}

  Statement with(Position position) {
    List<Position> others =
        positions.stream().filter(p -> !p.organisation().equals(position.organisation())).toList();
    return new Statement(id, proposer, text, proposed, Claim.plus(others, position));
  }

  /// @return the position of an organisation; none is silence, and silence is no position
  public Optional<Position> of(String organisation) {
    return positions.stream().filter(p -> p.organisation().equals(organisation)).findFirst();
  }

  /// @return what an organisation signs
  public String signed(String organisation, Stand stand, Text words) {
    return String.join(
        "\n", "position", id, organisation, stand.word(), text.value(), words.value());
  }
}
