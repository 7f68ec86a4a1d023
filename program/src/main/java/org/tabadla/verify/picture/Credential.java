package org.tabadla.verify.picture;

import java.util.List;

/// What a picture says of its own making (C2PA), and whether that fits its bytes. Whether a signer
/// is to be trusted is not said.
///
/// @param isPresent whether it carries content credentials
/// @param generator the program that made the claim, as it says of itself; may be empty
/// @param signer by the certificate that came along; may be empty
/// @param findings the codes of what does not fit; empty where all that can be checked does
public record Credential(
    boolean isPresent, String generator, String signer, List<String> findings) {
  public Credential {
    findings = List.copyOf(findings);
  }

  /// Reads the credentials of a picture's bytes.
  @FunctionalInterface
  public interface Reader {
    Credential of(byte[] bytes);
  }
}
