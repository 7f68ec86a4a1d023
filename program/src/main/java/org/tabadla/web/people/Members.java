package org.tabadla.web.people;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Predicate;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.web.Actor;
import org.tabadla.web.Who;

/// Takes editors who are signed in for those who may write, each for their own organisation. While
/// the server has no operator yet, whoever sits at its machine is taken for one.
public final class Members implements Who {
  private final Gate gate;
  private final People people;
  private final Who before;

  /// @param before who may write while there is no operator
  public Members(Gate gate, People people, Who before) {
    this.gate = gate;
    this.people = people;
    this.before = before;
  }

  @Override
  public Optional<Actor> of(Context ctx) {
    return of(ctx, visitor -> visitor.may(Role.EDITOR));
  }

  /// @return those who may sign in their organisation's name
  public Who signers() {
    return ctx -> of(ctx, visitor -> visitor.may(Role.DESK));
  }

  /// @return whoever is signed in, whatever they may do
  public Who anybody() {
    return ctx -> of(ctx, visitor -> true);
  }

  private Optional<Actor> of(Context ctx, Predicate<Visitor> may) {
    Optional<Actor> member =
        gate.visitor(ctx)
            .filter(may)
            .map(Visitor::account)
            .map(account ->
                new Actor(account.id().value(), account.name(), account.organisation().value()));
    return member.isPresent() || !people.hasNoOperator() ? member : before.of(ctx);
  }
}
