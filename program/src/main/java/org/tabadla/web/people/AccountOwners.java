package org.tabadla.web.people;

import io.javalin.http.Context;
import java.util.Optional;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.Scope;
import org.tabadla.web.Owner;
import org.tabadla.web.Owners;

/// Each account has its own standing queries; programs come to them with a token for {@link
/// Scope#WATCH}. The operator, in person, has a hand in all.
public final class AccountOwners implements Owners {
  private final Gate gate;
  private final People people;

  public AccountOwners(Gate gate, People people) {
    this.gate = gate;
    this.people = people;
  }

  @Override
  public Optional<Owner> looking(Context ctx) {
    return people.hasNoAccount()
        ? Optional.empty()
        : Optional.of(owner(gate.known(ctx, Visitor::mayWatch)));
  }

  @Override
  public Optional<Owner> sending(Context ctx) {
    return people.hasNoAccount()
        ? Optional.empty()
        : Optional.of(owner(gate.sender(ctx, Visitor::mayWatch)));
  }

  private static Owner owner(Visitor visitor) {
    String account = visitor.account().id().value();
    return new Owner(account, visitor.may(Role.OPERATOR), visitor.formToken());
  }
}
