package org.tabadla.exchange.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// A file on its way in, piece by piece, or come in and not yet used.
///
/// @param id 32 hex digits by chance; it opens nothing to another organisation
/// @param owner whose it is
/// @param name as it will be shown and saved, never a path
/// @param type its media type, as the sender says
/// @param length of the whole file in bytes
/// @param metadata as the sender wrote it in `Upload-Metadata`; may be empty
/// @param expires when it is thrown away if nobody uses it
/// @param sha256 of the whole file; null while bytes are missing
public record Upload(
    String id,
    OrganisationId owner,
    String name,
    String type,
    long length,
    String metadata,
    Instant expires,
    @Nullable String sha256) {
  public boolean isWhole() {
    return sha256 != null;
  }

  Upload whole(String digest) {
    return new Upload(id, owner, name, type, length, metadata, expires, digest);
  }
}
