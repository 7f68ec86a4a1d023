package org.tabadla.exchange.market;

import java.util.Optional;
import org.tabadla.people.Organisation;

/// To whom an act of another house may be brought. Whoever deals with one organisation of a server
/// has no door to the others that are at home there.
public final class Addressed {
  private Addressed() {}

  /// Tells whether an act is an organisation's business. What an act turns on and is not there is
  /// left to {@link Rules}.
  public static boolean isTo(Organisation reader, Act act, Market market) {
    if (act.actor().equals(reader.id())) {
      return true;
    }
    return switch (act.move()) {
      case Move.Listed(var core) -> core.audience().admits(reader);
      case Move.Relisted(var core) -> core.audience().admits(reader);
      case Move.Withdrawn _, Move.ListingKilled _ -> true;
      case Move.Barred(var whom) -> whom.equals(reader.id());
      case Move.Dismissed _ -> false;
      case Move.Begun(var about, var _) ->
          market.listing(about).map(each -> each.owner().equals(reader.id())).orElse(true);
      case Move.Said _, Move.Proposed _, Move.Signed _, Move.Closed _ ->
          market.talk(new TalkId(act.subject())).map(each -> each.has(reader.id())).orElse(true);
      case Move.Ended _, Move.Kept _, Move.SharesSaid _ ->
          isSide(reader, market.agreement(new AgreementId(act.subject())));
      case Move.Planned(var agreement, var _) -> isSide(reader, market.agreement(agreement));
      case Move.Delivered sent -> isSide(reader, market.agreement(sent.agreement()));
      case Move.Replanned _, Move.TaskMoved _ ->
          isSide(
              reader,
              market
                  .task(new TaskId(act.subject()))
                  .flatMap(task -> market.agreement(task.agreement())));
      case Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Fetched _,
          Move.CutOff _,
          Move.Received _,
          Move.Used _ ->
          market
              .delivery(new DeliveryId(act.subject()))
              .map(each -> each.has(reader.id()))
              .orElse(true);
    };
  }

  private static boolean isSide(Organisation reader, Optional<Agreement> agreement) {
    return agreement.map(each -> each.has(reader.id())).orElse(true);
  }
}
