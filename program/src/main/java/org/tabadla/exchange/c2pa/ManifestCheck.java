package org.tabadla.exchange.c2pa;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One manifest: what it says, and whether its hashes and its signature fit.
final class ManifestCheck {
  private static final String ASSERTIONS = "c2pa.assertions";
  private static final String SIGNATURE = "c2pa.signature";
  private static final String DATA_HASH = "c2pa.hash.data";
  private static final String HASH = "c2pa.hash.";
  private static final String JUMBF = "self#jumbf=";
  private static final int MOST_ASSERTIONS = 2_000;

  private final Box store;
  private final Box box;
  private final List<Credentials.Finding> findings;

  ManifestCheck(Box store, Box box, List<Credentials.Finding> findings) {
    this.store = store;
    this.box = box;
    this.findings = findings;
  }

  Credentials.Manifest manifest() throws Malformed {
    Box claimBox = claimBox();
    byte[] claim = claimBox == null ? null : claimBox.content("cbor");
    Credentials.Signer signer = claim == null ? null : signer(claim);
    Cbor fields = claim == null ? new Cbor.Simple(null) : CborReader.read(claim);
    if (claim == null) {
      find("claim.missing", box.label(), "the manifest has no claim");
    } else {
      checkAssertions(fields);
    }
    var told = new AssertionText(assertionBoxes());
    for (AssertionText.Link link : told.manifests()) {
      checkIngredient(link);
    }
    return new Credentials.Manifest(
        box.label(),
        orEmpty(fields.text("dc:title")),
        orEmpty(fields.text("dc:format")),
        generator(fields),
        told.shown(),
        told.actions(),
        told.ingredients(),
        signer);
  }

  /// Checks that the file is still the one that the claim was made for.
  void checkFile(byte[] file, Jpeg.Carried carried) throws Malformed {
    boolean bound = false;
    for (Box assertion : assertionBoxes()) {
      byte[] cbor = assertion.content("cbor");
      if (assertion.label().startsWith(DATA_HASH) && cbor != null) {
        bound = true;
        checkDataHash(assertion.label(), CborReader.read(cbor), file, carried);
      } else if (assertion.label().startsWith(HASH)) {
        find("assertion.hash.unsupported", assertion.label(), "a binding that JPEG does not use");
      }
    }
    if (!bound) {
      find("claim.hardBindings.missing", box.label(), "nothing binds the claim to the file");
    }
  }

  private void checkDataHash(String label, Cbor hash, byte[] file, Jpeg.Carried carried)
      throws Malformed {
    var exclusions = new ArrayList<Hashes.Exclusion>();
    for (Cbor each : hash.many("exclusions")) {
      if (each.at("start") instanceof Cbor.Whole(BigInteger start)
          && each.at("length") instanceof Cbor.Whole(BigInteger length)
          && start.bitLength() < Integer.SIZE
          && length.bitLength() < Integer.SIZE) {
        exclusions.add(new Hashes.Exclusion(start.longValue(), length.longValue()));
      } else {
        throw new Malformed("an exclusion that cannot be read");
      }
    }
    for (Hashes.Exclusion each : exclusions) {
      // Only the credentials themselves need to be left out; what else is, could say anything.
      if (each.start() < carried.from() || each.end() > carried.until()) {
        find(
            "assertion.dataHash.additionalExclusionsPresent",
            label,
            "bytes " + each.start() + " to " + each.end() + " of the file are not covered");
      }
    }
    if (!Hashes.fits(file, exclusions, hash.bytes("hash"), algorithm(hash, Hashes.STANDARD))) {
      find("assertion.dataHash.mismatch", label, "the file was changed after it was signed");
    }
  }

  private void checkAssertions(Cbor claim) throws Malformed {
    String standard = algorithm(claim, Hashes.STANDARD);
    Set<String> redacted = new HashSet<>();
    for (Cbor each : claim.many("redacted_assertions")) {
      redacted.add(each instanceof Cbor.Text(String url) ? lastPart(url) : "");
    }
    var declared = new HashSet<String>();
    for (String list : List.of("assertions", "created_assertions", "gathered_assertions")) {
      for (Cbor each : claim.many(list)) {
        String url = orEmpty(each.text("url"));
        declared.add(lastPart(url));
        if (declared.size() > MOST_ASSERTIONS) {
          throw new Malformed("more than " + MOST_ASSERTIONS + " assertions");
        }
        checkAssertion(url, each, standard, redacted);
      }
    }
    for (Box assertion : assertionBoxes()) {
      if (!declared.contains(assertion.label())) {
        find(
            "assertion.undeclared", assertion.label(), "an assertion that the claim does not name");
      }
    }
  }

  private void checkAssertion(String url, Cbor link, String standard, Set<String> redacted)
      throws Malformed {
    Box assertion = at(url);
    if (assertion == null) {
      if (!redacted.contains(lastPart(url))) {
        find("assertion.missing", url, "the claim names an assertion that is not there");
      }
    } else if (!Hashes.fits(assertion.payload(), link.bytes("hash"), algorithm(link, standard))) {
      find("assertion.hashedURI.mismatch", url, "the assertion was changed after it was signed");
    }
  }

  private void checkIngredient(AssertionText.Link link) throws Malformed {
    Box manifest = at(link.url());
    if (manifest == null) {
      find("claim.missing", link.url(), "an ingredient's own manifest is not there");
    } else if (!Hashes.fits(manifest.payload(), link.hash(), link.algorithm())) {
      find("ingredient.hashedURI.mismatch", link.url(), "an ingredient's manifest was changed");
    }
  }

  private Credentials.@Nullable Signer signer(byte[] claim) {
    Box signatureBox = box.labelled(SIGNATURE);
    byte[] cose = signatureBox == null ? null : signatureBox.content("cbor");
    if (cose == null) {
      find("claimSignature.missing", box.label(), "the claim is not signed");
      return null;
    }
    try {
      CoseSignature signature = CoseSignature.read(cose);
      if (!signature.verifies(claim)) {
        find("claimSignature.mismatch", box.label(), "the signature is not of this claim");
      }
      return SignerText.of(signature);
    } catch (Malformed e) {
      find("claimSignature.mismatch", box.label(), e.getMessage());
      return null;
    }
  }

  private @Nullable Box claimBox() {
    return box.boxes().stream()
        .filter(each -> each.label().startsWith("c2pa.claim"))
        .findFirst()
        .orElse(null);
  }

  private List<Box> assertionBoxes() {
    Box assertions = box.labelled(ASSERTIONS);
    return assertions == null ? List.of() : assertions.boxes();
  }

  /// The box at an address: within this manifest, or from the store's root.
  private @Nullable Box at(String url) {
    if (!url.startsWith(JUMBF)) {
      return null;
    }
    String path = url.substring(JUMBF.length());
    String root = "/" + store.label() + "/";
    Box here = path.startsWith(root) ? store : box;
    for (String label :
        (path.startsWith(root) ? path.substring(root.length()) : path).split("/", -1)) {
      here = here == null ? null : here.labelled(label);
    }
    return here;
  }

  private static String lastPart(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String generator(Cbor claim) {
    Cbor about = claim.at("claim_generator_info");
    Cbor first =
        about instanceof Cbor.Many(List<Cbor> many) && !many.isEmpty() ? many.getFirst() : about;
    String name = orEmpty(claim.text("claim_generator"));
    return name.isEmpty() && first != null
        ? (orEmpty(first.text("name")) + " " + orEmpty(first.text("version"))).strip()
        : name;
  }

  static String algorithm(Cbor fields, String standard) {
    String named = fields.text("alg");
    return named == null ? standard : named;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void find(String code, String where, String what) {
    findings.add(new Credentials.Finding(code, where, what));
  }
}
