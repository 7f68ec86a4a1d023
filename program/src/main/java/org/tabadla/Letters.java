package org.tabadla;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabadla.collect.Messenger;
import org.tabadla.exchange.federation.Courier;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.model.Bytes;

/// The exchange's letters, carried by the room that guards the network.
public record Letters(Messenger messenger) implements Courier {
  @Override
  public Back send(HttpMessage request, int mostBytes) {
    if (!(request.start() instanceof HttpMessage.Start.Request(String method, var address))) {
      throw new IllegalArgumentException("no request: " + request.start());
    }
    var body = new Bytes(request.body().bytes());
    return switch (messenger.send(method, url(address), fields(request), body, mostBytes)) {
      case Messenger.Reply.None(String why) -> new Back.Lost(why);
      case Messenger.Reply.Whole(int status, var headers, Bytes content) ->
          new Back.Answered(
              new HttpMessage(
                  new HttpMessage.Start.Response(status),
                  fields(headers),
                  new HttpMessage.Body(content.array())));
    };
  }

  @Override
  public Optional<String> fetch(HttpMessage request, Sink sink) {
    if (!(request.start() instanceof HttpMessage.Start.Request(var _, var address))) {
      throw new IllegalArgumentException("no request: " + request.start());
    }
    return messenger.fetch(url(address), fields(request), new Into(sink));
  }

  private record Into(Sink sink) implements Messenger.Taker {
    @Override
    public boolean begins(int status, Map<String, String> headers) throws IOException {
      return sink.begins(status, headers);
    }

    @Override
    public void take(byte[] bytes, int length) throws IOException {
      sink.take(bytes, length);
    }
  }

  private static String url(HttpMessage.Address address) {
    return address.scheme() + "://" + address.authority() + address.target();
  }

  private static Map<String, String> fields(HttpMessage request) {
    var fields = new LinkedHashMap<String, String>();
    request.fields().forEach(field -> fields.put(field.name(), field.value()));
    return fields;
  }

  private static List<HttpMessage.Field> fields(Map<String, String> headers) {
    var fields = new ArrayList<HttpMessage.Field>();
    headers.forEach((name, value) -> fields.add(new HttpMessage.Field(name, value)));
    return fields;
  }
}
