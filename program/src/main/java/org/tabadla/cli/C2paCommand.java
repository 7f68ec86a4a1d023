package org.tabadla.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tabadla.exchange.c2pa.CredentialReader;
import org.tabadla.exchange.c2pa.Credentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a picture says of its own making.
@Command(
    name = "c2pa",
    description = {
      "Reads a JPEG's content credentials and checks them against the file: who made the claim,",
      "what was done, from what; valid, tampered (with what) or none. Who signed is shown and not",
      "vouched for: no list of trusted signers is looked at. Exit status: 0 valid or none, 1 tampered."
    },
    footer = {"", "Example:", "  ./tabadla c2pa picture.jpg"})
final class C2paCommand implements Callable<Integer> {
  private static final int EXIT_TAMPERED = 1;

  @Parameters(paramLabel = "FILE", description = "The picture")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object instead")
  boolean json;

  private final Said said;

  C2paCommand(Said said) {
    this.said = said;
  }

  @Override
  public Integer call() {
    Credentials credentials =
        CredentialReader.read(GivenFile.bytes(file, CredentialReader.MOST_BYTES));
    return switch (credentials) {
      case Credentials.None _ -> {
        if (json) {
          said.json(java.util.Map.of("state", "none"));
        } else {
          said.line("none: the file carries no content credentials that can be read");
        }
        yield 0;
      }
      case Credentials.Present present -> {
        if (json) {
          var object = new java.util.LinkedHashMap<String, Object>();
          object.put("state", present.isValid() ? "valid" : "tampered");
          object.put("trust", "not checked");
          object.put("active", present.active());
          object.put("findings", present.findings());
          object.put("manifests", present.manifests());
          said.json(object);
        } else {
          show(present);
        }
        yield present.isValid() ? 0 : EXIT_TAMPERED;
      }
    };
  }

  private void show(Credentials.Present present) {
    said.line(
        present.isValid()
            ? "valid: the credentials fit the file"
            : "tampered: the credentials do not fit");
    for (Credentials.Finding finding : present.findings()) {
      said.line(
          "  " + finding.code() + " " + clean(finding.where()) + ": " + clean(finding.what()));
    }
    said.line("trust: not checked, no list of trusted signers is looked at");
    present.manifests().reversed().forEach(manifest -> show(manifest, present.active()));
  }

  private void show(Credentials.Manifest manifest, String active) {
    said.line(
        "manifest "
            + clean(manifest.label())
            + (manifest.label().equals(active) ? " (of this file)" : ""));
    said.line("  title: " + clean(manifest.title()) + " (" + clean(manifest.format()) + ")");
    said.line("  claim generator: " + clean(manifest.generator()));
    Credentials.Signer signer = manifest.signer();
    if (signer != null) {
      said.line(
          "  signed by: "
              + clean(signer.subject())
              + ", "
              + signer.algorithm()
              + ", serial "
              + signer.serial());
      said.line(
          "  time stamp: "
              + (signer.time().isEmpty()
                  ? "none"
                  : signer.time() + " (the stamp itself is not checked)"));
    }
    for (Credentials.Action action : manifest.actions()) {
      said.line(
          "  action: " + clean(action.action() + " " + action.when() + " " + action.by()).strip());
    }
    for (Credentials.Ingredient ingredient : manifest.ingredients()) {
      said.line("  ingredient: " + clean(ingredient.title() + ", " + ingredient.relationship()));
    }
    for (Credentials.Shown assertion : manifest.assertions()) {
      said.line("  assertion: " + clean((assertion.label() + " " + assertion.json()).strip()));
    }
  }

  /// What a stranger wrote must not steer the terminal.
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", " ");
  }
}
