package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Kinds;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;

/// Something that an organisation does on the exchange, as it stands in a deed.
public sealed interface Move {
  /// Puts in a listing.
  record Listed(Core core) implements Move {}

  /// Says anew what a listing says.
  record Relisted(Core core) implements Move {}

  record Withdrawn(String reason) implements Move {}

  /// Takes a listing back for cause, with all that was delivered from it.
  record ListingKilled(String reason) implements Move {}

  /// Shows a listing no longer to an organisation of another server that could see it.
  record Barred(OrganisationId whom) implements Move {}

  /// Says that a match is none, so that it is shown no more.
  record Dismissed(ListingId other) implements Move {}

  /// Begins to talk about a listing.
  record Begun(ListingId about, @Nullable ListingId answering) implements Move {}

  /// Says something in a talk.
  ///
  /// @param assets files that go with the words; null where there are none, as in deeds from before
  ///   there were any
  record Said(Text words, @Nullable List<Core.Asset> assets) implements Move {
    public Said {
      assets = assets == null || assets.isEmpty() ? null : List.copyOf(assets);
    }

    public List<Core.Asset> files() {
      List<Core.Asset> given = assets;
      return given == null ? List.of() : given;
    }
  }

  record Proposed(DealTerms terms) implements Move {}

  /// Signs terms by their hash.
  record Signed(int version, String hash) implements Move {}

  record Closed(String reason) implements Move {}

  record Ended(String reason) implements Move {}

  record Delivered(
      AgreementId agreement, List<Core.Asset> assets, String note, @Nullable Instant embargo)
      implements Move {}

  /// Sends better files in the place of those sent.
  record Corrected(String reason, List<Core.Asset> assets) implements Move {}

  record Killed(String reason) implements Move {}

  record Acknowledged(int notice) implements Move {}

  /// Begins to fetch a file.
  record Fetched(String sha256) implements Move {}

  /// The house ended a fetch that might not go on.
  ///
  /// @param at how far in the file it had come, in bytes
  record CutOff(String sha256, long at, String reason) implements Move {}

  record Received(String sha256, long bytes) implements Move {}

  record Used(Delivery.UseReport use) implements Move {}

  /// Says that a commitment towards oneself was kept.
  record Kept(String commitment) implements Move {}

  /// Plans a task of a co-production.
  record Planned(AgreementId agreement, Production.Plan plan) implements Move {}

  /// Says anew what a task is, who does it and by when.
  record Replanned(Production.Plan plan) implements Move {}

  record TaskMoved(Production.Stage to) implements Move {}

  /// Says what belongs to whom; it stands once both sides said the same.
  record SharesSaid(List<Production.Share> shares) implements Move {
    public SharesSaid {
      shares = List.copyOf(shares);
    }
  }

  Kinds<Move> KINDS =
      Kinds.of(
          Move.class,
          Map.ofEntries(
              Map.entry("listed", Listed.class),
              Map.entry("relisted", Relisted.class),
              Map.entry("withdrawn", Withdrawn.class),
              Map.entry("listing-killed", ListingKilled.class),
              Map.entry("barred", Barred.class),
              Map.entry("dismissed", Dismissed.class),
              Map.entry("begun", Begun.class),
              Map.entry("said", Said.class),
              Map.entry("proposed", Proposed.class),
              Map.entry("signed", Signed.class),
              Map.entry("closed", Closed.class),
              Map.entry("ended", Ended.class),
              Map.entry("delivered", Delivered.class),
              Map.entry("corrected", Corrected.class),
              Map.entry("killed", Killed.class),
              Map.entry("acknowledged", Acknowledged.class),
              Map.entry("fetched", Fetched.class),
              Map.entry("cut-off", CutOff.class),
              Map.entry("received", Received.class),
              Map.entry("used", Used.class),
              Map.entry("kept", Kept.class),
              Map.entry("planned", Planned.class),
              Map.entry("replanned", Replanned.class),
              Map.entry("task-moved", TaskMoved.class),
              Map.entry("shares-said", SharesSaid.class)));

  /// Its name in the journal.
  default String kind() {
    return KINDS.of(this);
  }
}
