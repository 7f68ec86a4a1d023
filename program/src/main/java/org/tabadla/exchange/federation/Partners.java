package org.tabadla.exchange.federation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.people.AccountId;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;

/// Who deals with whom across servers, and what of theirs was refused: what the deeds of the
/// journal's room `federation` add up to.
public final class Partners {
  private static final Logger LOG = LoggerFactory.getLogger(Partners.class);

  static final String ROOM = "federation";

  private static final String JOINED = "partnered";
  private static final String PARTED = "parted";
  private static final String REFUSED = "refused";
  private static final int MOST_REFUSALS_AN_HOUR = 50;
  private static final long HOUR_SECONDS = 3_600;
  private static final int LONGEST_WORDS_CHARS = 500;

  private final Journal journal;
  private final InstantSource clock;
  private final Map<String, Partner> partners = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private long hour;
  private long seen;

  Partners(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
    catchUp();
  }

  /// All, by their keys.
  List<Partner> all() {
    return List.copyOf(partners.values());
  }

  Optional<Partner> between(OrganisationId own, OrganisationId other) {
    return Optional.ofNullable(partners.get(own + "/" + other));
  }

  synchronized Partner join(AccountId who, OrganisationId own, OrganisationId other, String home) {
    write(who.value(), own, other, JOINED, Map.of("home", home));
    return between(own, other).orElseThrow();
  }

  synchronized void part(AccountId who, Partner partner, String reason) {
    write(who.value(), partner.own(), partner.other(), PARTED, Map.of("reason", reason));
  }

  /// Writes down what was not taken. Who sends rubbish without end fills no journal: after so many
  /// in an hour the rest is only counted.
  synchronized void refused(OrganisationId own, OrganisationId other, String what) {
    if (isWorthALine(own + "/" + other)) {
      String line = line(what);
      LOG.warn("[federation] {}/{}: {}", own, other, line);
      write(People.HOUSE, own, other, REFUSED, Map.of("what", line));
    }
  }

  /// One line of whole characters, whatever somebody sent.
  private static String line(String what) {
    String brief =
        what.length() > LONGEST_WORDS_CHARS ? what.substring(0, LONGEST_WORDS_CHARS) : what;
    return brief
        .codePoints()
        .map(each -> isShown(each) ? each : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// Of what somebody sends in an hour only so much is written down, in the journal or the log.
  synchronized boolean isWorthALine(String of) {
    long now = clock.instant().getEpochSecond() / HOUR_SECONDS;
    if (now != hour) {
      refusals.clear();
      hour = now;
    }
    return refusals.merge(of, 1, Integer::sum) <= MOST_REFUSALS_AN_HOUR;
  }

  /// One thing that was refused, or that the other side refused.
  public record Refusal(Instant at, String what) {}

  /// The newest of a pair's refusals, newest first.
  List<Refusal> refusals(Partner partner, int most) {
    return journal.of(ROOM, partner.key()).reversed().stream()
        .map(Logged::deed)
        .filter(deed -> deed.kind().equals(REFUSED))
        .limit(most)
        .map(deed ->
            new Refusal(
                deed.at(), CanonicalJson.MAPPER.readTree(deed.body()).path("what").asString()))
        .toList();
  }

  private void write(
      String actor,
      OrganisationId own,
      OrganisationId other,
      String kind,
      Map<String, String> body) {
    journal.add(
        new Deed(ROOM, own + "/" + other, kind, clock.instant(), actor, CanonicalJson.of(body)));
    catchUp();
  }

  private synchronized void catchUp() {
    seen = journal.follow(ROOM, seen, this::take);
  }

  private void take(Logged logged) {
    Deed deed = logged.deed();
    switch (deed.kind()) {
      case JOINED -> {
        String[] pair = deed.subject().split("/", -1);
        String home = CanonicalJson.MAPPER.readTree(deed.body()).path("home").asString();
        partners.put(
            deed.subject(),
            new Partner(new OrganisationId(pair[0]), new OrganisationId(pair[1]), home, deed.at()));
      }
      case PARTED -> partners.remove(deed.subject());
      default -> {
        // A refusal changes nothing.
      }
    }
  }
}
