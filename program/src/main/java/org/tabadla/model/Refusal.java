package org.tabadla.model;

/// The operator's mistake, said in two lines: what is wrong with the value seen, and the remedy.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /// @param message what is wrong, with the value seen
  /// @param remedy what to do about it
  public Refusal(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
