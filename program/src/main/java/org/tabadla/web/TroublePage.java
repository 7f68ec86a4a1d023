package org.tabadla.web;

import org.jspecify.annotations.Nullable;

/// A page that could not be given.
///
/// @param detail the value seen, or null
public record TroublePage(Shell shell, int status, @Nullable Said detail) {

  public String heading() {
    return shell.say("trouble." + status);
  }

  public String text() {
    return shell.say("trouble." + status + ".text");
  }
}
