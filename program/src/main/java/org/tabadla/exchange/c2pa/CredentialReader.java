package org.tabadla.exchange.c2pa;

import java.util.ArrayList;
import java.util.List;

/// Reads a file's content credentials and checks them against the file (C2PA 1.x and 2.x, JPEG).
public final class CredentialReader {
  /// A file above this is not read, in bytes.
  public static final int MOST_BYTES = Jpeg.MOST_BYTES;

  static final int MOST_MANIFESTS = 500;

  private static final String STORE = "c2pa";
  private static final String MANIFEST = "c2ma";
  private static final String UPDATE_MANIFEST = "c2um";

  private CredentialReader() {}

  /// Reads and checks; bytes that break the form are findings, never an exception.
  public static Credentials read(byte[] file) {
    if (!Jpeg.isJpeg(file)) {
      return new Credentials.None();
    }
    try {
      for (Jpeg.Carried carried : Jpeg.boxes(file)) {
        List<Box> boxes = Box.read(carried.box());
        if (!boxes.isEmpty() && boxes.getFirst().label().equals(STORE)) {
          return store(file, carried, boxes.getFirst());
        }
      }
      return new Credentials.None();
    } catch (Malformed e) {
      return new Credentials.Present(
          "", List.of(), List.of(new Credentials.Finding("general.error", STORE, e.getMessage())));
    }
  }

  private static Credentials store(byte[] file, Jpeg.Carried carried, Box store) {
    List<Box> boxes =
        store.boxes().stream()
            .filter(box -> box.purpose().equals(MANIFEST) || box.purpose().equals(UPDATE_MANIFEST))
            .limit(MOST_MANIFESTS)
            .toList();
    if (boxes.isEmpty()) {
      return new Credentials.Present(
          "",
          List.of(),
          List.of(new Credentials.Finding("claim.missing", STORE, "a store without a manifest")));
    }
    var manifests = new ArrayList<Credentials.Manifest>();
    var findings = new ArrayList<Credentials.Finding>();
    Box active = boxes.getLast();
    for (Box box : boxes) {
      var check = new ManifestCheck(store, box, findings);
      try {
        manifests.add(check.manifest());
        if (box.equals(active)) {
          check.checkFile(file, carried);
        }
      } catch (Malformed e) {
        findings.add(new Credentials.Finding("general.error", box.label(), e.getMessage()));
      }
    }
    return new Credentials.Present(active.label(), manifests, findings);
  }
}
