package org.tabadla.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.signed.ContentDigest;
import org.tabadla.exchange.signed.Demand;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.exchange.signed.MessageKey;
import org.tabadla.exchange.signed.MessageSignatures;
import org.tabadla.exchange.signed.MessageText;
import org.tabadla.exchange.signed.Verdict;
import org.tabadla.exchange.signed.Window;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies the signature and the digest of an HTTP message in a file.
@Command(
    name = "verify-message",
    description = {
      "Verifies an HTTP message in a file: its signature (RFC 9421), its Content-Digest (RFC 9530)",
      "and, with --window, that it is of this time. Prints the verdict with its reason.",
      "Exit status: 0 valid, 1 not."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla verify-message --key partner-1=partner.pem request.http"
    })
final class VerifyMessageCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 1;
  private static final int MOST_KEY_BYTES = 64 * 1024;

  @Parameters(
      paramLabel = "FILE",
      description = "The message: first line, fields, an empty line, content")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "ID=FILE",
      description = "A public key in PEM, by its keyid; may be repeated")
  Map<String, Path> keys = new LinkedHashMap<>();

  @Option(
      names = "--secret",
      paramLabel = "ID=FILE",
      description = "A shared secret in Base64, by its keyid; may be repeated")
  Map<String, Path> secrets = new LinkedHashMap<>();

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "The request that a response answers")
  @Nullable Path request;

  @Option(names = "--scheme", description = "https or http (default: ${DEFAULT-VALUE})")
  String scheme = "https";

  @Option(
      names = "--cover",
      paramLabel = "COMPONENT",
      description = "What must be covered, as @method; may be repeated")
  List<String> cover = List.of();

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      description = "Refuse what was signed longer ago, or is expired")
  @Nullable Long window;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "The time to judge at, as 2026-07-11T09:00:00Z (default: now)")
  String at = "";

  private final Said said;

  VerifyMessageCommand(Said said) {
    this.said = said;
  }

  @Override
  public Integer call() {
    HttpMessage message = message(file);
    Verdict verdict =
        MessageSignatures.verify(
            message,
            request == null ? null : message(request),
            known(),
            new Demand(Set.copyOf(cover), false),
            judged());
    return switch (verdict) {
      case Verdict.Valid valid -> {
        said.line(
            "valid: signature "
                + valid.label()
                + " by "
                + valid.keyId()
                + ", "
                + valid.algorithm().registered());
        said.line(
            "covers: "
                + (valid.covered().isEmpty()
                    ? "nothing of the message"
                    : String.join(", ", valid.covered())));
        said.line("content: " + content(valid));
        yield 0;
      }
      case Verdict.Refused refused -> {
        said.line("refused: " + refused.reason() + ": " + refused.what());
        yield EXIT_REFUSED;
      }
    };
  }

  private static String content(Verdict.Valid valid) {
    return switch (valid.content()) {
      case ContentDigest.Check.Right(List<String> algorithms) ->
          "fits its digest ("
              + String.join(", ", algorithms)
              + ")"
              + (valid.covered().contains(ContentDigest.FIELD)
                  ? ""
                  : ", which the signature does not cover");
      case ContentDigest.Check.Unchecked(String why) -> "not checked: " + why;
      case ContentDigest.Check.Wrong(String algorithm) -> "not what its " + algorithm + " says";
    };
  }

  private HttpMessage message(Path path) {
    return MessageText.read(path.toString(), GivenFile.bytes(path, MessageText.MOST_BYTES), scheme);
  }

  private Map<String, MessageKey> known() {
    var known = new HashMap<String, MessageKey>();
    keys.forEach(
        (id, path) -> known.put(id, MessageKey.pem(id, GivenFile.text(path, MOST_KEY_BYTES))));
    secrets.forEach((id, path) -> {
      try {
        byte[] secret = Base64.getMimeDecoder().decode(GivenFile.bytes(path, MOST_KEY_BYTES));
        known.put(id, MessageKey.secret(id, secret));
      } catch (IllegalArgumentException e) {
        throw new Refusal(
            "[" + path + "] no Base64: " + e.getMessage(), "give the secret in Base64");
      }
    });
    return known;
  }

  private @Nullable Window judged() {
    if (window == null) {
      return null;
    }
    try {
      Instant now = at.isEmpty() ? Instant.now() : Instant.parse(at);
      // One message alone cannot be a repetition.
      return new Window(now, Duration.ofSeconds(window), Window.SKEW, (_, _, _) -> true);
    } catch (DateTimeException e) {
      throw new Refusal("--at " + at + " is no time", "write it as 2026-07-11T09:00:00Z");
    }
  }
}
