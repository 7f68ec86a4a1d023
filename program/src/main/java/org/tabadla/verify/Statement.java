package org.tabadla.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// A document that several organisations may sign, beside their own reviews. It binds none that did
/// not sign it.
///
/// @param proposer the organisation that wrote it
/// @param positions all that were taken, in the order in which they came; of each organisation the
///   last one holds, and the earlier ones stay on record
/// @param seal the proposer's signature; null for a statement of the time before
public record Statement(
    String id,
    String proposer,
    Text text,
    Instant proposed,
    List<Position> positions,
    @Nullable Seal seal) {
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
  public record Position(String organisation, Stand stand, Text words, Instant at, Seal seal) {
    Position doneAt(Instant deed) {
      Seal dated = Seal.doneAt(seal, deed);
      return dated == null ? this : new Position(organisation, stand, words, at, dated);
    }
  }

  Statement with(Position position) {
    return new Statement(id, proposer, text, proposed, Claim.plus(positions, position), seal);
  }

  Statement doneAt(Instant deed) {
    return sealed(Seal.doneAt(seal, deed));
  }

  Statement sealed(@Nullable Seal by) {
    return new Statement(id, proposer, text, proposed, positions, by);
  }

  /// @return the position that an organisation holds; none is silence, and silence is no position
  public Optional<Position> of(String organisation) {
    return positions.reversed().stream()
        .filter(p -> p.organisation().equals(organisation))
        .findFirst();
  }

  /// @return the positions that an organisation held before, oldest first
  public List<Position> before(String organisation) {
    var all =
        new ArrayList<>(
            positions.stream().filter(p -> p.organisation().equals(organisation)).toList());
    if (!all.isEmpty()) {
      all.removeLast();
    }
    return List.copyOf(all);
  }

  /// @return what was signed under an old seal
  String oldWords(String organisation, Stand stand, Text words) {
    return String.join(
        "\n", "position", id, organisation, stand.word(), text.value(), words.value());
  }
}
