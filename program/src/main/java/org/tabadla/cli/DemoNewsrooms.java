package org.tabadla.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.model.Lang;
import org.tabadla.model.Refusal;
import org.tabadla.model.Text;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.people.SigningKey;
import org.tabadla.people.SpokenPrint;

/// The demo's two made-up newsrooms, each with an account of its own name: both at home on one
/// server, or each on a server of its own.
final class DemoNewsrooms {
  static final String MARGALLA = "margalla";
  static final String YUNDU = "yundu";

  private static final int PASSWORD_CHARS = 17;

  /// A newsroom as it is founded.
  private record Made(String id, List<Text> names, String country, Role role) {}

  private static final List<Made> MADE =
      List.of(
          new Made(
              MARGALLA,
              List.of(new Text("مارگلہ ٹی وی", Lang.UR), new Text("Margalla TV", Lang.EN)),
              "PK",
              Role.OPERATOR),
          new Made(
              YUNDU,
              List.of(new Text("云渡电视台", new Lang("zh")), new Text("Yundu TV", Lang.EN)),
              "CN",
              Role.DESK));

  private final Map<String, Desks> homes = new LinkedHashMap<>();

  /// @param margallas the desks of the server on which the one is at home
  /// @param yundus those of the other; the same for one server
  DemoNewsrooms(Desks margallas, Desks yundus) {
    homes.put(MARGALLA, margallas);
    homes.put(YUNDU, yundus);
  }

  private boolean areApart() {
    return servers().size() > 1;
  }

  private Set<Desks> servers() {
    return new LinkedHashSet<>(homes.values());
  }

  /// @return the password of both accounts; blank when there are newsrooms already
  /// @throws Refusal when those are not where they have to be
  String found() {
    if (servers().stream().anyMatch(desks -> !desks.people().organisations().isEmpty())) {
      if (areApart() && !(isAtHome(MARGALLA) && isAtHome(YUNDU))) {
        throw new Refusal(
            "the folder holds newsrooms of another demo, or of people",
            "name another folder with --data");
      }
      return "";
    }
    String password = SpokenPrint.of(SigningKey.make().raw()).substring(0, PASSWORD_CHARS);
    for (Made made : MADE) {
      People people = desks(made.id()).people();
      var organisation = new OrganisationId(made.id());
      people
          .found(
              People.HOUSE,
              organisation,
              made.names(),
              made.country(),
              Organisation.Kind.BROADCASTER)
          .orRefuse();
      String name = made.names().getFirst().value();
      // Who has a server to itself runs it.
      Role role = areApart() ? Role.OPERATOR : made.role();
      people
          .join(People.HOUSE, new AccountId(made.id()), name, organisation, role, password)
          .orRefuse();
    }
    return password;
  }

  /// Makes them partners, at the addresses that their servers have this time.
  void meet(String margallasAddress, String yundusAddress) {
    meet(MARGALLA, YUNDU, yundusAddress);
    meet(YUNDU, MARGALLA, margallasAddress);
    settle();
  }

  private boolean isAtHome(String newsroom) {
    String other = newsroom.equals(MARGALLA) ? YUNDU : MARGALLA;
    People people = desks(newsroom).people();
    return people.account(new AccountId(newsroom)).isPresent()
        && people.account(new AccountId(other)).isEmpty();
  }

  private void meet(String one, String other, String address) {
    var id = new OrganisationId(other);
    Organisation theirs = desks(other).people().organisation(id).orElseThrow();
    String heard = SpokenPrint.of(theirs.key().orElseThrow().raw());
    desks(one).federation().meet(account(one), address, id, heard).orRefuse();
  }

  /// Brings what is new from one server to the other, as the servers do by themselves later.
  void settle() {
    for (Desks desks : servers()) {
      desks.federation().due().forEach(desks.federation()::exchange);
    }
  }

  /// Notes what each has to know.
  void note() {
    servers().forEach(desks -> desks.notices().catchUp());
  }

  /// A listing of Margalla's that meets one from the other server.
  Optional<ListingId> met() {
    Exchange exchange = exchange(MARGALLA);
    return exchange.market().listings(account(MARGALLA).organisation()).stream()
        .filter(own -> !exchange.matches(own).isEmpty())
        .map(Listing::id)
        .findFirst();
  }

  /// What lies ready for Yundu on the other server.
  Optional<DeliveryId> toFetch() {
    OrganisationId own = account(YUNDU).organisation();
    return exchange(YUNDU).market().deliveries(own).stream()
        .filter(each -> each.receiver().equals(own))
        .filter(each -> each.state() instanceof Delivery.State.Waiting)
        .map(Delivery::id)
        .findFirst();
  }

  Desks desks(String newsroom) {
    return Objects.requireNonNull(homes.get(newsroom), newsroom);
  }

  Exchange exchange(String newsroom) {
    return desks(newsroom).exchange();
  }

  Account account(String newsroom) {
    return desks(newsroom).people().account(new AccountId(newsroom)).orElseThrow();
  }
}
