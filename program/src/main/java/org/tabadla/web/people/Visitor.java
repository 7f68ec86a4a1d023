package org.tabadla.web.people;

import org.jspecify.annotations.Nullable;
import org.tabadla.people.Account;
import org.tabadla.people.Role;
import org.tabadla.people.Scope;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;

/// Somebody who is known: by a session's cookie or by a program's token.
///
/// @param session null for a program
/// @param program null for a person
public record Visitor(
    Account account, Sessions.@Nullable Member session, Tokens.@Nullable Program program) {
  /// What this visitor's forms must carry; "" for programs, which send none.
  public String formToken() {
    return session == null ? "" : session.formToken();
  }

  /// Tells whether this visitor may have standing queries.
  boolean mayWatch() {
    return program == null ? account.may(Role.READER) : program.may(Scope.WATCH);
  }

  /// Tells whether the account, and the token where there is one, allow what takes this role.
  public boolean may(Role least) {
    if (program == null) {
      return account.may(least);
    }
    return switch (least) {
      case READER -> program.may(Scope.READ);
      case EDITOR -> program.may(Scope.WRITE);
      case DESK -> program.may(Scope.SIGN);
      case OPERATOR -> false;
    };
  }
}
