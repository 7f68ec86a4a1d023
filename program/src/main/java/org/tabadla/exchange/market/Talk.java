package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;
import org.tabadla.people.OrganisationId;

/// Two organisations talking about one listing: a thread.
///
/// @param answering the other side's own listing, where a match brought them together
/// @param provider who would hand something over
public record Talk(
    TalkId id,
    ListingId about,
    @Nullable ListingId answering,
    OrganisationId provider,
    OrganisationId receiver,
    Instant since,
    List<Message> messages,
    List<DealTerms> proposals,
    State state) {
  public Talk {
    messages = List.copyOf(messages);
    proposals = List.copyOf(proposals);
  }

  /// Words as they were written.
  ///
  /// @param assets files that go with them
  public record Message(
      OrganisationId from, String account, Text words, List<Core.Asset> assets, Instant at) {
    public Message {
      assets = List.copyOf(assets);
    }
  }

  /// Where the talk stands.
  public sealed interface State {
    record Talking() implements State {}

    /// Terms lie on the table.
    record Proposed(int version, OrganisationId by) implements State {}

    /// One side has signed them.
    record HalfSigned(int version, OrganisationId by) implements State {}

    record Agreed(AgreementId agreement) implements State {}

    record Closed(OrganisationId by, String reason) implements State {}
  }

  public static TalkId idFor(ListingId about, OrganisationId other, int before) {
    return new TalkId(Ids.of('t', about, other, before));
  }

  public boolean has(OrganisationId one) {
    return provider.equals(one) || receiver.equals(one);
  }

  public OrganisationId other(OrganisationId one) {
    return provider.equals(one) ? receiver : provider;
  }

  /// All files that came with one side's words, in the order in which they were said.
  public List<Core.Asset> files(OrganisationId from) {
    return messages.stream()
        .filter(message -> message.from().equals(from))
        .flatMap(message -> message.assets().stream())
        .toList();
  }

  /// A file that came with one side's words.
  public Optional<Core.Asset> file(OrganisationId from, String sha256) {
    return files(from).stream().filter(asset -> asset.sha256().equals(sha256)).findFirst();
  }

  /// The newest terms, or null.
  public @Nullable DealTerms proposal() {
    return proposals.isEmpty() ? null : proposals.getLast();
  }

  Talk with(State next) {
    return new Talk(id, about, answering, provider, receiver, since, messages, proposals, next);
  }

  /// Adds words in the order in which they were said: what comes from another house may come late.
  Talk with(Message message) {
    var all = new java.util.ArrayList<>(messages);
    all.add(message);
    all.sort(java.util.Comparator.comparing(Message::at));
    return new Talk(id, about, answering, provider, receiver, since, all, proposals, state);
  }

  Talk with(DealTerms terms, OrganisationId by) {
    return new Talk(
        id,
        about,
        answering,
        provider,
        receiver,
        since,
        messages,
        plus(proposals, terms),
        new State.Proposed(terms.version(), by));
  }

  static <T> List<T> plus(List<T> list, T one) {
    var out = new java.util.ArrayList<>(list);
    out.add(one);
    return List.copyOf(out);
  }
}
