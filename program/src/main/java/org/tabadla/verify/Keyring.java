package org.tabadla.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.tabadla.model.Shelf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys of this house's organisations, made at first use and kept on the shelf.
public final class Keyring implements Signer {
  private static final String KIND = "verify/key";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Shelf shelf;

  public Keyring(Shelf shelf) {
    this.shelf = shelf;
  }

  /// @param open X.509, secret PKCS #8, both Base64
  private record Pair(String open, String secret) {}

  @Override
  public synchronized Seal sign(String organisation, String words) {
    Pair pair = pair(organisation);
    try {
      var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pair.secret()));
      var signing = Signature.getInstance(Seal.ALGORITHM);
      signing.initSign(KeyFactory.getInstance(Seal.ALGORITHM).generatePrivate(secret));
      signing.update(words.getBytes(StandardCharsets.UTF_8));
      return new Seal(pair.open(), Base64.getEncoder().encodeToString(signing.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + organisation + " cannot sign", e);
    }
  }

  private Pair pair(String organisation) {
    return shelf.get(KIND, organisation).map(Keyring::read).orElseGet(() -> made(organisation));
  }

  private static Pair read(Shelf.Paper paper) {
    JsonNode node = JSON.readTree(paper.body());
    return new Pair(node.path("open").asString(), node.path("secret").asString());
  }

  private Pair made(String organisation) {
    try {
      KeyPair keys = KeyPairGenerator.getInstance(Seal.ALGORITHM).generateKeyPair();
      var encoder = Base64.getEncoder();
      var pair =
          new Pair(
              encoder.encodeToString(keys.getPublic().getEncoded()),
              encoder.encodeToString(keys.getPrivate().getEncoded()));
      shelf.put(new Shelf.Paper(KIND, organisation, JSON.writeValueAsString(pair)));
      return pair;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
