package org.tabadla.flow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.Digest;
import org.tabadla.store.Store.Row;
import org.tabadla.store.WatchRecords.Watch;
import tools.jackson.databind.json.JsonMapper;

/// Writes and signs what a webhook gets, as the Standard Webhooks specification has it
/// (standardwebhooks.com, 1.0.0): `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over
/// `webhook-id.webhook-timestamp.body` by the key after `whsec_`.
///
/// The id is a digest of what is told, so a post that is repeated has the same one and whoever gets
/// it twice can tell.
final class WebhookMessage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALGORITHM = "HmacSHA256";

  private final String base;

  /// @param base what absolute addresses begin with, without a slash at the end
  WebhookMessage(String base) {
    this.base = base;
  }

  /// A message that is ready to go.
  record Signed(Map<String, String> headers, Bytes body) {}

  Signed of(Watch watch, List<Row> rows, Instant now) {
    byte[] body = JSON.writeValueAsBytes(content(watch, rows));
    String id =
        "msg_"
            + Digest.brief(
                watch.id() + rows.stream().map(r -> " " + r.id() + " " + r.version()).toList());
    String time = String.valueOf(now.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put(
        "webhook-signature", "v1," + signature(watch.secret(), id + "." + time + ".", body));
    return new Signed(headers, new Bytes(body));
  }

  private Map<String, Object> content(Watch watch, List<Row> rows) {
    var articles = new ArrayList<Map<String, Object>>();
    for (Row row : rows) {
      var article = new LinkedHashMap<String, Object>();
      article.put("id", row.id().value());
      article.put("url", base + "/article/" + row.id().value());
      article.put("title", row.title());
      article.put("excerpt", row.excerpt());
      article.put("source", row.source().value());
      article.put("sourceName", row.sourceName());
      article.put("lang", row.lang().tag());
      article.put("when", row.when().toString());
      article.put("story", row.story().value());
      articles.add(article);
    }
    var content = new LinkedHashMap<String, Object>();
    content.put("type", "watch.hits");
    content.put("watch", watch.id());
    content.put("title", watch.title());
    content.put("query", watch.query());
    content.put("articles", articles);
    return content;
  }

  static String signature(@Nullable String secret, String start, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret == null ? "" : secret);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, ALGORITHM));
      mac.update(start.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
