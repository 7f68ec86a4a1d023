package org.tabadla.exchange.market;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tabadla.model.Deed;
import org.tabadla.model.Digest;
import org.tabadla.model.Logged;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import tools.jackson.databind.JsonNode;

/// Acts as signed deeds of the journal, and back.
///
/// A deed's body holds the move, the account, and the signature of the organisation's key over the
/// canonical JSON of everything else.
public final class Deeds {
  /// This room in the journal.
  public static final String ROOM = "exchange";

  private static final int HEX = 16;

  private Deeds() {}

  /// What is signed of an act.
  public static String signed(Act act) {
    return CanonicalJson.of(plain(act, CanonicalJson.MAPPER.valueToTree(act.move())));
  }

  private static Map<String, Object> plain(Act act, JsonNode move) {
    var plain = new LinkedHashMap<String, Object>();
    plain.put("room", ROOM);
    plain.put("subject", act.subject());
    plain.put("kind", act.move().kind());
    plain.put("at", act.at().toEpochMilli());
    plain.put("actor", act.actor().value());
    plain.put("account", act.account());
    plain.put("move", move);
    return plain;
  }

  public static Deed of(Act act, People.Signed signature) {
    var body = new LinkedHashMap<String, Object>();
    body.put("account", act.account());
    body.put("key", signature.keyId());
    body.put("move", act.move());
    body.put("signature", signature.signature());
    return new Deed(
        ROOM,
        act.subject(),
        act.move().kind(),
        act.at(),
        act.actor().value(),
        CanonicalJson.of(body));
  }

  /// Tells deeds apart: 64 bits of a hash over all that they say. Two of one organisation that were
  /// made to look the same would hurt it alone.
  public static long print(Deed deed) {
    String all =
        String.join(
            "\n",
            deed.subject(),
            deed.kind(),
            Long.toString(deed.at().toEpochMilli()),
            deed.actor(),
            deed.body());
    return Long.parseUnsignedLong(Digest.brief(all), HEX);
  }

  /// @throws IllegalArgumentException for a kind that is none of this room's
  public static Act read(Logged logged) {
    Deed deed = logged.deed();
    Class<? extends Move> kind = Move.KINDS.named(deed.kind());
    if (kind == null) {
      throw new IllegalArgumentException("deed " + logged.seq() + " of kind " + deed.kind());
    }
    JsonNode body = CanonicalJson.MAPPER.readTree(deed.body());
    return new Act(
        deed.subject(),
        new OrganisationId(deed.actor()),
        body.path("account").asString(),
        deed.at(),
        logged.seq(),
        CanonicalJson.MAPPER.treeToValue(body.path("move"), kind));
  }

  /// Tells whether the organisation that a deed names signed it.
  public static boolean isSigned(Logged logged, People people) {
    Act act = read(logged);
    JsonNode body = CanonicalJson.MAPPER.readTree(logged.deed().body());
    var signed = new People.Signed(body.path("key").asString(), body.path("signature").asString());
    // The move as it stands, not as it is read: a field that this version does not know is signed.
    String text = CanonicalJson.of(plain(act, body.path("move")));
    return people.verifies(act.actor(), signed, text, act.at());
  }
}
