package org.tabadla.exchange.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Usage terms as newsrooms speak of them; a policy is built from them.
///
/// @param newsOnly for news only
/// @param lasts for how long after the agreement, or null for without end
/// @param countries where, in letters of ISO 3166-1; none is everywhere
/// @param embargo the instant before which nothing may be taken or used, or null
/// @param credit whether the source must be named
/// @param noArchive whether nothing may be kept
/// @param noResale whether nothing may be sold on
public record Terms(
    boolean newsOnly,
    @Nullable Duration lasts,
    Set<String> countries,
    @Nullable Instant embargo,
    boolean credit,
    boolean noArchive,
    boolean noResale) {
  /// The purpose of news.
  public static final String NEWS = "urn:tabadla:purpose:news";

  /// A country's address begins with this; its two letters follow.
  public static final String COUNTRY = "urn:iso:std:iso:3166:-1:";

  private static final List<String> USES =
      List.of("distribute", "present", "play", "stream", "print", "textToSpeech", "translate");

  public Terms {
    countries = Set.copyOf(countries);
  }

  /// Terms that leave everything open.
  public static final Terms OPEN = new Terms(false, null, Set.of(), null, false, false, false);

  /// Who agrees with whom about what.
  ///
  /// @param id the agreement's address; its rules' addresses begin with it
  /// @param from when it begins: how long it lasts is counted from here
  public record Deal(String id, String target, String owner, String user, Instant from) {}

  /// The policy. A copy may be fetched and what was fetched may be used; both end with the term and
  /// wait for the embargo. Purpose, place and credit are asked of use alone: at the time of a
  /// download nothing was printed yet that could carry a credit.
  public Policy policy(Deal deal) {
    var rules = new ArrayList<Policy.Rule>();
    List<Policy.Constraint> times = times(deal);
    rules.add(
        rule(deal, "download", Policy.RuleKind.PERMISSION, List.of("reproduce"), times, List.of()));
    var uses = new ArrayList<>(times);
    if (newsOnly) {
      uses.add(one(deal, "purpose", "purpose", "eq", List.of(new Node.Iri(NEWS))));
    }
    if (!countries.isEmpty()) {
      List<Node> places = new ArrayList<>();
      new TreeSet<>(countries).forEach(each -> places.add(new Node.Iri(COUNTRY + each)));
      uses.add(one(deal, "territory", "spatial", "isAnyOf", places));
    }
    List<Policy.Rule> duties =
        credit
            ? List.of(
                rule(
                    deal,
                    "credit",
                    Policy.RuleKind.DUTY,
                    List.of("attribute"),
                    List.of(),
                    List.of()))
            : List.of();
    rules.add(rule(deal, "use", Policy.RuleKind.PERMISSION, USES, uses, duties));
    if (noArchive) {
      rules.add(
          rule(
              deal,
              "no-archive",
              Policy.RuleKind.PROHIBITION,
              List.of("archive"),
              List.of(),
              List.of()));
    } else {
      rules.add(
          rule(deal, "archive", Policy.RuleKind.PERMISSION, List.of("archive"), times, List.of()));
    }
    if (noResale) {
      rules.add(
          rule(
              deal,
              "no-resale",
              Policy.RuleKind.PROHIBITION,
              List.of("transfer", "grantUse"),
              List.of(),
              List.of()));
    }
    return new Policy(new Node.Iri(deal.id()), "Agreement", Policy.Conflict.PROHIBIT, rules);
  }

  private List<Policy.Constraint> times(Deal deal) {
    var times = new ArrayList<Policy.Constraint>();
    if (embargo != null) {
      times.add(one(deal, "embargo", "dateTime", "gteq", List.of(time(embargo))));
    }
    if (lasts != null) {
      times.add(one(deal, "term", "dateTime", "lt", List.of(time(deal.from().plus(lasts)))));
    }
    return times;
  }

  static Node time(Instant instant) {
    return new Node.Literal(instant.toString(), Names.XSD + "dateTime", "");
  }

  private static Policy.Constraint one(
      Deal deal, String name, String left, String operator, List<Node> right) {
    return new Policy.Constraint.Comparison(
        new Node.Iri(deal.id() + "#" + name), Names.ODRL + left, operator, right, "");
  }

  private static Policy.Rule rule(
      Deal deal,
      String name,
      Policy.RuleKind kind,
      List<String> actions,
      List<Policy.Constraint> constraints,
      List<Policy.Rule> duties) {
    boolean duty = kind == Policy.RuleKind.DUTY;
    return new Policy.Rule(
        new Node.Iri(deal.id() + "#" + name),
        kind,
        actions.stream()
            .map(each ->
                new Policy.Action(new Node.Iri(Names.ODRL + each), Names.ODRL + each, List.of()))
            .toList(),
        duty ? List.of() : List.of(scope(deal.target())),
        duty ? List.of() : List.of(scope(deal.user())),
        duty ? List.of() : List.of(scope(deal.owner())),
        constraints,
        duties,
        List.of());
  }

  private static Policy.Scope scope(String address) {
    return new Policy.Scope(new Node.Iri(address), null, List.of());
  }
}
