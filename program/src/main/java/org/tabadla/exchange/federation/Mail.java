package org.tabadla.exchange.federation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.signed.Algorithm;
import org.tabadla.exchange.signed.Bare;
import org.tabadla.exchange.signed.ContentDigest;
import org.tabadla.exchange.signed.Demand;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.exchange.signed.MalformedField;
import org.tabadla.exchange.signed.Member;
import org.tabadla.exchange.signed.MessageKey;
import org.tabadla.exchange.signed.MessageSignatures;
import org.tabadla.exchange.signed.Verdict;
import org.tabadla.exchange.signed.Window;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.People;
import org.tabadla.people.SigningKey;

/// Signs what goes to another server and checks what comes from there (RFC 9421, RFC 9530).
///
/// A key is named `ORGANISATION/KEY`. A request covers what is asked, of whom, and its content, and
/// carries a nonce; an answer covers its status, its content and the signature of the request, so
/// that it answers that request alone.
final class Mail {
  static final String LABEL = "tabadla";

  /// How far the other server's clock may be ahead.
  static final Duration SKEW = Duration.ofMinutes(5);

  /// How long a message may be on its way.
  static final Duration LONGEST_WAY = Duration.ofMinutes(1);

  private static final String OF_REQUEST = "\"signature\";req;key=\"" + LABEL + "\"";
  private static final List<String> ASKED =
      List.of("@method", "@authority", "@path", "@query", ContentDigest.FIELD);

  private static final Pattern NAMED =
      Pattern.compile("keyid=\"([a-z0-9-]{2,40})/([0-9a-f]{16})\"");

  private final People people;
  private final InstantSource clock;
  private final Window.Nonces nonces;

  /// @param nonces of requests that come
  Mail(People people, InstantSource clock, Window.Nonces nonces) {
    this.people = people;
    this.clock = clock;
    this.nonces = nonces;
  }

  /// A request in the name of one of this house's organisations.
  ///
  /// @return refused where it has no key
  Outcome<HttpMessage> request(
      OrganisationId from, String method, HttpMessage.Address to, byte[] body, String type) {
    var fields = new ArrayList<HttpMessage.Field>();
    if (body.length > 0) {
      fields.add(new HttpMessage.Field("Content-Type", type));
    }
    fields.add(new HttpMessage.Field("Content-Digest", ContentDigest.of(body)));
    var message =
        new HttpMessage(
            new HttpMessage.Start.Request(method, to), fields, new HttpMessage.Body(body));
    return keyOf(from)
        .then(key ->
            signed(
                from,
                message,
                null,
                MessageSignatures.covering(
                    ASKED,
                    from + "/" + key.id(),
                    clock.instant(),
                    null,
                    UUID.randomUUID().toString())));
  }

  /// The answer to a request that was taken.
  Outcome<HttpMessage> answer(OrganisationId from, HttpMessage request, byte[] json) {
    var message =
        new HttpMessage(
            new HttpMessage.Start.Response(200),
            List.of(
                new HttpMessage.Field("Content-Type", "application/json"),
                new HttpMessage.Field("Content-Digest", ContentDigest.of(json))),
            new HttpMessage.Body(json));
    return keyOf(from)
        .then(key -> signed(from, message, request, answering(from + "/" + key.id(), clock)));
  }

  private static Member.Inner answering(String keyId, InstantSource clock) {
    Member.Inner plain =
        MessageSignatures.covering(
            List.of("@status", ContentDigest.FIELD), keyId, clock.instant(), null, null);
    var items = new ArrayList<>(plain.items());
    var ofRequest = new LinkedHashMap<String, Bare>();
    ofRequest.put("req", new Bare.Flag(true));
    ofRequest.put("key", new Bare.Quoted(LABEL));
    items.add(new Member.Item(new Bare.Quoted("signature"), ofRequest));
    return new Member.Inner(items, plain.parameters());
  }

  private Outcome<Organisation.Key> keyOf(OrganisationId id) {
    return people
        .organisation(id)
        .flatMap(Organisation::key)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(org.tabadla.people.PeopleReason.NO_KEY, id.value()));
  }

  private Outcome<HttpMessage> signed(
      OrganisationId from,
      HttpMessage message,
      @Nullable HttpMessage request,
      Member.Inner covered) {
    try {
      // The key stays with the people; what is to be signed goes there.
      return people
          .sign(from, MessageSignatures.base(message, request, covered))
          .then(made -> attached(message, covered, made));
    } catch (MalformedField e) {
      return Outcome.refused(FederationReason.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome<HttpMessage> attached(
      HttpMessage message, Member.Inner covered, People.Signed made) {
    try {
      byte[] signature = Base64.getDecoder().decode(made.signature());
      return Outcome.done(MessageSignatures.attach(message, LABEL, covered, signature));
    } catch (MalformedField e) {
      throw new IllegalStateException("components that were just signed", e);
    }
  }

  /// Who sent a request, by a key that is in force.
  sealed interface Sender {
    record Known(OrganisationId id, String keyId) implements Sender {}

    record Unknown(Verdict.Reason reason, String what) implements Sender {}
  }

  /// Checks a request that came.
  Sender sender(HttpMessage request) {
    Verdict verdict =
        MessageSignatures.verify(request, null, keys(request), Demand.PARTNER, window(nonces));
    return switch (verdict) {
      case Verdict.Valid valid -> {
        String keyId = valid.keyId();
        yield new Sender.Known(new OrganisationId(keyId.substring(0, keyId.indexOf('/'))), keyId);
      }
      case Verdict.Refused(var reason, var what) -> new Sender.Unknown(reason, what);
    };
  }

  /// Two servers' clocks may be minutes apart, in either direction.
  private Window window(Window.Nonces which) {
    return new Window(clock.instant(), LONGEST_WAY, SKEW, which);
  }

  boolean namesKey(HttpMessage message) {
    return !keys(message).isEmpty();
  }

  /// The keys in force of those that the message says have signed it.
  private Map<String, MessageKey> keys(HttpMessage message) {
    var keys = new LinkedHashMap<String, MessageKey>();
    for (String input : message.values("signature-input")) {
      Matcher found = NAMED.matcher(input);
      while (found.find() && OrganisationId.isOne(found.group(1))) {
        String keyId = found.group(1) + "/" + found.group(2);
        people
            .organisation(new OrganisationId(found.group(1)))
            .flatMap(Organisation::key)
            .filter(key -> key.id().equals(found.group(2)))
            .ifPresent(key ->
                keys.put(
                    keyId,
                    new MessageKey(keyId, Algorithm.ED25519, SigningKey.publicKey(key.raw()))));
      }
    }
    return keys;
  }

  /// Checks that an answer is that organisation's, to this very request.
  ///
  /// @return why not; empty when all is well
  Optional<String> fault(OrganisationId from, HttpMessage request, HttpMessage answer) {
    Verdict verdict =
        MessageSignatures.verify(
            answer,
            request,
            keys(answer),
            new Demand(java.util.Set.of("@status", ContentDigest.FIELD), false),
            window((_, _, _) -> true));
    return switch (verdict) {
      case Verdict.Valid valid -> {
        if (!valid.keyId().startsWith(from + "/")) {
          yield Optional.of("signed by " + valid.keyId());
        }
        yield valid.covered().contains(OF_REQUEST.replace("\"", ""))
            ? Optional.empty()
            : Optional.of("an answer to another request");
      }
      case Verdict.Refused(var reason, var what) -> Optional.of(reason + ": " + what);
    };
  }
}
