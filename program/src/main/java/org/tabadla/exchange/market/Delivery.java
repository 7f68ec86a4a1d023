package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// What was handed over under an agreement.
///
/// @param earlier files that corrections have replaced; who fetched one before may still say so
/// @param embargo nothing can be fetched before it; null for none
public record Delivery(
    DeliveryId id,
    AgreementId agreement,
    OrganisationId provider,
    OrganisationId receiver,
    Instant since,
    List<Core.Asset> assets,
    List<Core.Asset> earlier,
    String note,
    @Nullable Instant embargo,
    List<Notice> notices,
    List<Receipt> receipts,
    List<UseReport> uses) {
  public Delivery {
    assets = List.copyOf(assets);
    earlier = List.copyOf(earlier);
    notices = List.copyOf(notices);
    receipts = List.copyOf(receipts);
    uses = List.copyOf(uses);
  }

  /// Where it stands.
  public sealed interface State {
    record Waiting() implements State {}

    record Fetched(Instant at) implements State {}

    /// Nobody may fetch or use it.
    ///
    /// @param acknowledged when its receiver said so; null while the kill is open
    record Killed(Notice notice, @Nullable Instant acknowledged) implements State {}
  }

  /// A correction or a kill. It stays open until the receiver acknowledges it.
  ///
  /// @param number 1, 2, 3 … within the delivery
  public record Notice(
      int number, boolean kill, String reason, Instant at, @Nullable Instant acknowledged) {
    public boolean isOpen() {
      return acknowledged == null;
    }
  }

  /// The receiver has the whole file.
  public record Receipt(String sha256, long bytes, Instant at) {}

  /// What the receiver did with it.
  ///
  /// @param action ODRL's local name
  /// @param facts values by left operand, such as `spatial`
  /// @param decision `allowed`, `forbidden` or `duty`, as the policy had it then
  public record UseReport(
      String action,
      String where,
      boolean credited,
      Map<String, String> facts,
      Instant at,
      String decision,
      List<String> reasons) {
    public UseReport {
      facts = Map.copyOf(facts);
      reasons = List.copyOf(reasons);
    }
  }

  public static DeliveryId idFor(AgreementId agreement, Instant at) {
    return new DeliveryId(Ids.of('d', agreement, at.toEpochMilli()));
  }

  public boolean has(OrganisationId one) {
    return provider.equals(one) || receiver.equals(one);
  }

  public State state() {
    Optional<Notice> kill = notices.stream().filter(Notice::kill).findFirst();
    if (kill.isPresent()) {
      return new State.Killed(kill.get(), kill.get().acknowledged());
    }
    return receipts.isEmpty() ? new State.Waiting() : new State.Fetched(receipts.getLast().at());
  }

  public boolean isKilled() {
    return state() instanceof State.Killed;
  }

  /// Notices that the receiver has not acknowledged.
  public List<Notice> open() {
    return notices.stream().filter(Notice::isOpen).toList();
  }

  Delivery with(List<Core.Asset> next, Notice notice) {
    return copy(next, Talk.plus(notices, notice), receipts, uses);
  }

  /// What is there now becomes what was there before.
  Delivery replaced() {
    var before = new java.util.ArrayList<>(earlier);
    before.addAll(assets);
    return new Delivery(
        id, agreement, provider, receiver, since, assets, before, note, embargo, notices, receipts,
        uses);
  }

  /// A file that this delivery holds or held.
  public Optional<Core.Asset> file(String sha256) {
    return java.util.stream.Stream.concat(assets.stream(), earlier.stream())
        .filter(asset -> asset.sha256().equals(sha256))
        .findFirst();
  }

  /// A file that it holds now.
  public Optional<Core.Asset> holds(String sha256) {
    return assets.stream().filter(asset -> asset.sha256().equals(sha256)).findFirst();
  }

  Delivery acknowledged(int number, Instant at) {
    List<Notice> next =
        notices.stream()
            .map(each ->
                each.number() == number && each.isOpen()
                    ? new Notice(each.number(), each.kill(), each.reason(), each.at(), at)
                    : each)
            .toList();
    return copy(assets, next, receipts, uses);
  }

  Delivery with(Receipt receipt) {
    return copy(assets, notices, Talk.plus(receipts, receipt), uses);
  }

  Delivery with(UseReport use) {
    return copy(assets, notices, receipts, Talk.plus(uses, use));
  }

  private Delivery copy(List<Core.Asset> a, List<Notice> n, List<Receipt> r, List<UseReport> u) {
    return new Delivery(
        id, agreement, provider, receiver, since, a, earlier, note, embargo, n, r, u);
  }
}
