package org.tabadla.exchange.c2pa;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim's signature: COSE_Sign1 over the claim, with the signer's certificates (RFC 9052, 9360).
final class CoseSignature {
  private static final int SIGN1_TAG = 18;
  private static final int MOST_CERTIFICATES = 20;
  private static final String ALGORITHM = "1";
  private static final String X5CHAIN = "33";

  private final byte[] protectedHeader;
  private final byte[] signature;
  private final int algorithm;
  private final X509Certificate certificate;
  private final Cbor unprotectedHeader;

  private CoseSignature(
      byte[] protectedHeader,
      Cbor unprotectedHeader,
      byte[] signature,
      int algorithm,
      X509Certificate certificate) {
    this.protectedHeader = protectedHeader;
    this.unprotectedHeader = unprotectedHeader;
    this.signature = signature;
    this.algorithm = algorithm;
    this.certificate = certificate;
  }

  static CoseSignature read(byte[] cbor) throws Malformed {
    Cbor value = CborReader.read(cbor);
    if (value instanceof Cbor.Tagged(long tag, Cbor tagged) && tag == SIGN1_TAG) {
      value = tagged;
    }
    if (!(value instanceof Cbor.Many(List<Cbor> parts))
        || parts.size() != 4
        || !(parts.get(0) instanceof Cbor.Bytes header)
        || !(parts.get(3) instanceof Cbor.Bytes signature)) {
      throw new Malformed("a signature that is no COSE_Sign1");
    }
    Cbor fields = CborReader.read(header.value());
    Cbor unprotected = parts.get(1);
    if (!(fields.at(ALGORITHM) instanceof Cbor.Whole(BigInteger algorithm))) {
      throw new Malformed("a signature without an algorithm");
    }
    return new CoseSignature(
        header.value(),
        unprotected,
        signature.value(),
        algorithm.intValue(),
        certificate(fields, unprotected));
  }

  /// The certificate that the key is in: the first of the chain, in either header.
  private static X509Certificate certificate(Cbor fields, Cbor unprotected) throws Malformed {
    Cbor chain = null;
    for (Cbor header : List.of(fields, unprotected)) {
      for (String key : List.of(X5CHAIN, "x5chain")) {
        chain = chain == null ? header.at(key) : chain;
      }
    }
    byte[] der =
        switch (chain) {
          case Cbor.Bytes one -> one.value();
          case Cbor.Many(List<Cbor> many)
              when !many.isEmpty()
                  && many.size() <= MOST_CERTIFICATES
                  && many.getFirst() instanceof Cbor.Bytes first ->
              first.value();
          case null, default -> throw new Malformed("a signature without a certificate");
        };
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new Malformed("a certificate that cannot be read: " + e.getMessage());
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /// The algorithm's name in the COSE registry, or its number.
  String algorithm() {
    return switch (algorithm) {
      case -7 -> "ES256";
      case -35 -> "ES384";
      case -36 -> "ES512";
      case -37 -> "PS256";
      case -38 -> "PS384";
      case -39 -> "PS512";
      case -8 -> "EdDSA";
      default -> "COSE " + algorithm;
    };
  }

  /// The time stamp's token as it came, or null.
  byte @Nullable [] timeStamp() {
    for (String key : List.of("sigTst2", "sigTst")) {
      Cbor stamp = unprotectedHeader.at(key);
      if (stamp != null && !stamp.many("tstTokens").isEmpty()) {
        return stamp.many("tstTokens").getFirst().bytes("val");
      }
    }
    return null;
  }

  /// Whether the certificate's key signed this claim.
  boolean verifies(byte[] claim) throws Malformed {
    try {
      Signature verifier =
          switch (algorithm) {
            case -7 -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case -35 -> Signature.getInstance("SHA384withECDSAinP1363Format");
            case -36 -> Signature.getInstance("SHA512withECDSAinP1363Format");
            case -37 -> pss("SHA-256", MGF1ParameterSpec.SHA256, 32);
            case -38 -> pss("SHA-384", MGF1ParameterSpec.SHA384, 48);
            case -39 -> pss("SHA-512", MGF1ParameterSpec.SHA512, 64);
            case -8 -> Signature.getInstance("Ed25519");
            default -> throw new Malformed("an algorithm that C2PA does not allow: " + algorithm);
          };
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(CborWriter.signed(protectedHeader, claim));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new Malformed("a signature that cannot be checked: " + e.getMessage());
    }
  }

  private static Signature pss(String hash, MGF1ParameterSpec mask, int salt)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(new PSSParameterSpec(hash, "MGF1", mask, salt, 1));
    return signature;
  }
}
