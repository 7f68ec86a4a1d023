package org.tabadla.web.register;

import java.util.Optional;
import org.tabadla.web.Steps;

/// The pages of claims that can be watched: `claims`, `claim/ID`, `claims/by/SPEAKER`.
public final class ClaimPaths {
  /// The page of all claims.
  public static final String ALL = "claims";

  private static final String ONE = "claim/";
  private static final String SPEAKER = "claims/by/";

  private ClaimPaths() {}

  /// @return the page of a claim
  public static String of(String claim) {
    return ONE + claim;
  }

  /// @return the page of a speaker's claims
  public static String by(String speaker) {
    return SPEAKER + speaker;
  }

  static boolean isOne(String page) {
    return page.equals(ALL) || page.startsWith(ONE) || page.startsWith(SPEAKER);
  }

  /// @return the id of the claim whose page it is
  static Optional<String> claim(String page) {
    return page.startsWith(ONE) ? Optional.of(page.substring(ONE.length())) : Optional.empty();
  }

  /// @return the name of the speaker whose page it is
  static Optional<String> speaker(String page) {
    return page.startsWith(SPEAKER)
        ? Optional.of(page.substring(SPEAKER.length()))
        : Optional.empty();
  }

  /// @return its address after the language step
  static String path(String page) {
    return claim(page)
        .map(id -> "/" + ONE + Steps.of(id))
        .or(() -> speaker(page).map(name -> "/" + SPEAKER + Steps.of(name)))
        .orElse("/" + ALL);
  }
}
