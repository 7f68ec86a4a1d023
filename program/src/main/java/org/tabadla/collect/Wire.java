package org.tabadla.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;

/// One request, one answer: no cookies, no redirects, no waiting, and only to addresses that the
/// guard passes.
final class Wire implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_SECONDS = 10;
  private static final int SILENCE_TIMEOUT_SECONDS = 20;
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int CONNECTIONS_LIMIT = 4_096;
  private static final int CONNECTIONS_PER_HOST_LIMIT = 16;
  private static final int HEADERS_LIMIT = 256;
  private static final int HEADER_LIMIT_BYTES = 32 * 1024;
  private static final int EMPTY_LINES_LIMIT = 16;
  private static final int DRAIN_LIMIT_BYTES = 32 * 1024;
  private static final int STREAM_BUFFER_BYTES = 1 << 17;
  private static final Set<String> LISTS = Set.of("cache-control", "link");
  private static final int SWEEP_EVERY_REQUESTS = 64;

  private final CloseableHttpClient client;
  private final PoolingHttpClientConnectionManager connections;
  private final AtomicInteger requests = new AtomicInteger();

  Wire(NetworkGuard guard) {
    this(
        guard,
        (socket, host, port, attachment, context) ->
            OrdinaryTls.STRATEGY.upgrade(socket, host, port, attachment, context));
  }

  /// The TLS of every browser, made at the first `https:` address: reading the trusted authorities
  /// takes a tenth of a second that a start should not wait for.
  private static final class OrdinaryTls {
    static final TlsSocketStrategy STRATEGY = DefaultClientTlsStrategy.createDefault();

    private OrdinaryTls() {}
  }

  Wire(NetworkGuard guard, TlsSocketStrategy tls) {
    connections =
        new PoolingHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                proxy -> new DeadlineSocket(),
                null,
                new GuardedNames(guard),
                RegistryBuilder.<TlsSocketStrategy>create()
                    .register(URIScheme.HTTPS.id, tls)
                    .build()),
            PoolConcurrencyPolicy.LAX,
            PoolReusePolicy.LIFO,
            TimeValue.ofSeconds(KEEP_ALIVE_SECONDS),
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(HEADERS_LIMIT)
                        .setMaxLineLength(HEADER_LIMIT_BYTES)
                        .setMaxEmptyLineCount(EMPTY_LINES_LIMIT)
                        .build())
                .build());
    connections.setMaxTotal(CONNECTIONS_LIMIT);
    connections.setDefaultMaxPerRoute(CONNECTIONS_PER_HOST_LIMIT);
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofSeconds(CONNECT_TIMEOUT_SECONDS))
            .setSocketTimeout(Timeout.ofSeconds(SILENCE_TIMEOUT_SECONDS))
            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
            .build());
    client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setRetryStrategy(new OnceMore())
            .setKeepAliveStrategy((response, context) -> TimeValue.ofSeconds(KEEP_ALIVE_SECONDS))
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableAuthCaching()
            .disableDefaultUserAgent()
            .build();
  }

  /// Asks once, within the {@link Deadline} of the current visit.
  ///
  /// @param bodies what is wanted of a body
  Answer get(Target target, Map<String, String> headers, Bodies bodies) {
    return send("GET", target, headers, null, bodies);
  }

  /// Hands something over, within the {@link Deadline} of the current visit.
  Answer post(Target target, Map<String, String> headers, Bytes given, Bodies bodies) {
    return send("POST", target, headers, given, bodies);
  }

  /// Takes a body of whatever size as it comes, and stops when the taker wants no more.
  ///
  /// @return why it broke off; empty when all came that was announced
  Optional<String> stream(Target target, Map<String, String> headers, Messenger.Taker taker) {
    var host = new HttpHost(target.scheme(), target.host(), target.port());
    var request = new BasicClassicHttpRequest("GET", host, target.path());
    headers.forEach(request::setHeader);
    try {
      ClassicHttpResponse response = client.executeOpen(host, request, null);
      try {
        HttpEntity entity = response.getEntity();
        if (!taker.begins(response.getCode(), headers(response))) {
          return Optional.of("not wanted: " + response.getCode());
        }
        if (entity == null) {
          return Optional.empty();
        }
        long announced = entity.getContentLength();
        long come = copy(entity.getContent(), taker);
        return announced >= 0 && come != announced
            ? Optional.of("broke off after " + come + " of " + announced + " bytes")
            : Optional.empty();
      } finally {
        ((ModalCloseable) response).close(CloseMode.IMMEDIATE);
      }
    } catch (IOException e) {
      return Optional.of(Faults.line(e));
    }
  }

  private static long copy(InputStream in, Messenger.Taker taker) throws IOException {
    byte[] buffer = new byte[STREAM_BUFFER_BYTES];
    long come = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      taker.take(buffer, n);
      come += n;
    }
    return come;
  }

  private Answer send(
      String method,
      Target target,
      Map<String, String> headers,
      @Nullable Bytes given,
      Bodies bodies) {
    if (requests.incrementAndGet() % SWEEP_EVERY_REQUESTS == 0) {
      connections.closeIdle(TimeValue.ofSeconds(KEEP_ALIVE_SECONDS));
    }
    var host = new HttpHost(target.scheme(), target.host(), target.port());
    var request = new BasicClassicHttpRequest(method, host, target.path());
    if (given != null) {
      request.setEntity(new ByteArrayEntity(given.array(), null));
    }
    headers.forEach(request::setHeader);
    int left = Deadline.millisLeft(Integer.MAX_VALUE);
    request.setVersion(org.apache.hc.core5.http.HttpVersion.HTTP_1_1);
    var context = org.apache.hc.client5.http.protocol.HttpClientContext.create();
    context.setRequestConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.ofMilliseconds(Math.max(left, 1)))
            .build());
    try {
      ClassicHttpResponse response = client.executeOpen(host, request, context);
      try {
        return answer(response, bodies);
      } finally {
        // A gentle close would read an endless body to its end; one that is read is not cut.
        ((ModalCloseable) response).close(CloseMode.IMMEDIATE);
      }
    } catch (NetworkGuard.Blocked e) {
      return new Answer.Unwanted(String.valueOf(e.getMessage()));
    } catch (Unpacking.TooLarge e) {
      return new Answer.Unwanted(
          "body passes the limit of " + Lines.size(bodies.limitBytes()) + "; " + Bodies.REMEDY);
    } catch (IOException e) {
      return new Answer.Broken(Faults.line(e));
    }
  }

  private static Answer answer(ClassicHttpResponse response, Bodies bodies) throws IOException {
    int status = response.getCode();
    Map<String, String> headers = headers(response);
    HttpEntity entity = response.getEntity();
    if (entity == null || !bodies.areWantedWith(status)) {
      if (entity != null
          && entity.getContentLength() >= 0
          && entity.getContentLength() <= DRAIN_LIMIT_BYTES) {
        EntityUtils.consume(entity);
      }
      return new Answer.Whole(status, headers, Bytes.EMPTY);
    }
    Optional<String> refusal = bodies.refusal(headers, entity.getContentLength());
    if (refusal.isPresent()) {
      return new Answer.Unwanted(refusal.get());
    }
    InputStream in = entity.getContent();
    return new Answer.Whole(
        status, headers, new Bytes(bodies.read(in, headers.get("content-encoding"))));
  }

  /// Headers as they came; of those that are lists all, joined by commas, of others the first.
  /// UTF-8 where they are that.
  private static Map<String, String> headers(ClassicHttpResponse response) {
    var headers = new HashMap<String, String>();
    for (Header header : response.getHeaders()) {
      String value = header.getValue() == null ? "" : decoded(header.getValue());
      headers.merge(
          header.getName().toLowerCase(Locale.ROOT),
          value,
          (a, b) -> LISTS.contains(header.getName().toLowerCase(Locale.ROOT)) ? a + ", " + b : a);
    }
    return headers;
  }

  private static String decoded(String latin1) {
    if (latin1.chars().allMatch(c -> c < 0x80)) {
      return latin1;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return latin1; // then it is Latin-1, as RFC 9110 has it
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Looks names up through the guard: what it does not pass is not connected to.
  private record GuardedNames(NetworkGuard guard) implements DnsResolver {
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return guard.resolve(host, port).stream()
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return guard.resolve(host, 0).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /// A kept connection may have been closed by the other side just now: ask once more, at once.
  private static final class OnceMore implements HttpRequestRetryStrategy {
    @Override
    public boolean retryRequest(
        HttpRequest request, IOException exception, int executions, HttpContext context) {
      return executions <= 1 && exception instanceof NoHttpResponseException;
    }

    @Override
    public boolean retryRequest(HttpResponse response, int executions, HttpContext context) {
      return false;
    }

    @Override
    public TimeValue getRetryInterval(
        HttpRequest request, IOException exception, int executions, HttpContext context) {
      return TimeValue.ZERO_MILLISECONDS;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int executions, HttpContext context) {
      return TimeValue.ZERO_MILLISECONDS;
    }
  }
}
