package org.tabadla.exchange.market;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.rights.PlainTerms;
import org.tabadla.exchange.rights.Terms;
import org.tabadla.model.Digest;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;

/// What two organisations agree on; both sign the hash of the same terms.
///
/// @param version 1, 2, 3 … within one talk
/// @param subject what is handed over, in words
/// @param rights usage terms in plain words
/// @param inReturn what the receiver does for it, in words; blank for nothing
/// @param deliverBy null where no day is agreed
/// @param inRegister whether both want it in the public register; null for no
public record DealTerms(
    TalkId talk,
    int version,
    ListingId listing,
    OrganisationId provider,
    OrganisationId receiver,
    String subject,
    String rights,
    Core.Consideration consideration,
    String inReturn,
    @Nullable Instant deliverBy,
    @Nullable Boolean inRegister) {
  private static final String URN = "urn:tabadla:";

  /// Terms that stay between the two.
  public DealTerms(
      TalkId talk,
      int version,
      ListingId listing,
      OrganisationId provider,
      OrganisationId receiver,
      String subject,
      String rights,
      Core.Consideration consideration,
      String inReturn,
      @Nullable Instant deliverBy) {
    this(
        talk,
        version,
        listing,
        provider,
        receiver,
        subject,
        rights,
        consideration,
        inReturn,
        deliverBy,
        null);
  }

  /// Tells whether everybody may know of it.
  public boolean isForRegister() {
    return Boolean.TRUE.equals(inRegister);
  }

  /// SHA-256 over the canonical JSON, 64 hex digits.
  public String hash() {
    return Digest.sha256(CanonicalJson.of(this).getBytes(StandardCharsets.UTF_8));
  }

  public AgreementId agreement() {
    return new AgreementId(Ids.of('a', talk, hash()));
  }

  /// The machine's form of the usage terms.
  ///
  /// @param from when both had signed
  public Policy policy(Instant from) {
    Terms terms =
        switch (PlainTerms.read(rights)) {
          case PlainTerms.Reading.Understood(Terms read) -> read;
          case PlainTerms.Reading.NotUnderstood(var phrases) ->
              throw new IllegalStateException("terms that were never taken: " + phrases);
        };
    return terms.policy(
        new Terms.Deal(
            URN + "agreement:" + agreement(), target(), party(provider), party(receiver), from));
  }

  /// What the policy is about.
  public String target() {
    return URN + "listing:" + listing;
  }

  /// A party's address in policies.
  public static String party(OrganisationId id) {
    return URN + "organisation:" + id;
  }
}
