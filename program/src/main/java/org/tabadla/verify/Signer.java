package org.tabadla.verify;

/// Signs for an organisation of this house.
@FunctionalInterface
public interface Signer {
  /// @param organisation its id
  /// @param words what it signs
  Seal sign(String organisation, String words);
}
