package org.tabadla.web.verify;

import java.util.List;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Seal;
import org.tabadla.verify.Sealed;
import org.tabadla.verify.Statement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What organisations signed, with all that it takes to check it without this house: the words that
/// the signature is over, the signature, the key.
final class SealDocuments {
  private static final JsonMapper JSON = new JsonMapper();

  private SealDocuments() {}

  /// @return everything that was said of a claim under a seal, and what is said without one
  static String all(Desk desk, Claim claim) {
    ObjectNode out = JSON.createObjectNode();
    out.put("claim", claim.id()).put("words", claim.words().value());
    ArrayNode all = out.putArray("sealed");
    Sealed.all(claim).forEach(each -> put(desk, all.addObject(), each));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out) + "\n";
  }

  /// @return a joint statement; who has said nothing stands in it as silent
  static String joint(Desk desk, Claim claim, Statement statement) {
    ObjectNode out = JSON.createObjectNode();
    out.put("statement", statement.id());
    out.putObject("claim")
        .put("id", claim.id())
        .put("words", claim.words().value())
        .put("lang", claim.words().lang().tag());
    out.put("text", statement.text().value()).put("lang", statement.text().lang().tag());
    put(desk, out.putObject("proposed"), Sealed.of(claim, statement));
    ArrayNode positions = out.putArray("positions");
    for (Reviewer reviewer : desk.reviewers()) {
      ObjectNode one = positions.addObject();
      one.put("organisation", reviewer.id()).put("name", reviewer.name());
      var held = statement.of(reviewer.id());
      if (held.isEmpty()) {
        one.put("stand", silence(claim, reviewer));
      } else {
        position(desk, one, claim, statement, held.get());
        List<Statement.Position> before = statement.before(reviewer.id());
        ArrayNode earlier = one.putArray("earlier");
        before.forEach(p -> position(desk, earlier.addObject(), claim, statement, p));
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out) + "\n";
  }

  /// Silence is no position, and no agreement.
  private static String silence(Claim claim, Reviewer reviewer) {
    boolean reviewed =
        claim.reviews().stream().anyMatch(r -> r.tombstone() == null && r.isOf(reviewer.id()));
    return reviewed ? "no word" : "no review";
  }

  private static void position(
      Desk desk, ObjectNode out, Claim claim, Statement statement, Statement.Position position) {
    out.put("stand", position.stand().word())
        .put("words", position.words().value())
        .put("lang", position.words().lang().tag());
    put(desk, out.putObject("sealed"), Sealed.of(claim, statement, position));
  }

  private static void put(Desk desk, ObjectNode out, Sealed sealed) {
    out.put("what", sealed.what()).put("id", sealed.id()).put("by", sealed.organisation());
    out.put("standing", desk.standing(sealed).word());
    Seal seal = sealed.seal();
    if (seal != null) {
      out.put("algorithm", "Ed25519").put("signature", seal.signature());
      desk.key(sealed).ifPresent(key -> out.put("key", key));
      out.put("signed", sealed.words());
    }
  }
}
