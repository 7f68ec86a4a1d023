package org.tabadla.exchange.c2pa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says of its own making, and whether that still fits the file.
///
/// Nothing here says that a signer can be trusted: no list of trusted signers is looked at.
public sealed interface Credentials {
  /// The file carries no content credentials.
  record None() implements Credentials {}

  /// The file carries credentials; with no findings they fit the file.
  ///
  /// @param active the label of the manifest that is about this very file
  /// @param manifests the active one last, those of its ingredients before
  /// @param findings what does not fit; empty where all is valid
  record Present(String active, List<Manifest> manifests, List<Finding> findings)
      implements Credentials {
    public Present {
      manifests = List.copyOf(manifests);
      findings = List.copyOf(findings);
    }

    /// Whether everything that can be checked fits.
    public boolean isValid() {
      return findings.isEmpty();
    }
  }

  /// Something that does not fit.
  ///
  /// @param code as C2PA names it, such as `assertion.hashedURI.mismatch`
  /// @param where the JUMBF address or the manifest's label
  record Finding(String code, String where, String what) {}

  /// One manifest.
  ///
  /// @param generator the program that made the claim, as it says of itself
  record Manifest(
      String label,
      String title,
      String format,
      String generator,
      List<Shown> assertions,
      List<Action> actions,
      List<Ingredient> ingredients,
      @Nullable Signer signer) {
    public Manifest {
      assertions = List.copyOf(assertions);
      actions = List.copyOf(actions);
      ingredients = List.copyOf(ingredients);
    }
  }

  /// An assertion by its label, with its JSON where it is JSON.
  record Shown(String label, String json) {}

  /// What was done: `c2pa.opened`, `c2pa.color_adjustments` …
  record Action(String action, String when, String by) {}

  /// What the file was made from.
  ///
  /// @param relationship `parentOf`, `componentOf` or `inputTo`
  /// @param manifest the label of its own manifest, or empty
  record Ingredient(String title, String format, String relationship, String manifest) {}

  /// Who signed, by the certificate that came along; it is not checked whether to trust it.
  ///
  /// @param time what the time stamp says, or empty; the stamp's own signature is not checked
  record Signer(String subject, String issuer, String serial, String algorithm, String time) {}
}
