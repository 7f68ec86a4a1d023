package org.tabadla.exchange.websub;

/// How a feed names its hub and itself in a `Link` header (WebSub §4, RFC 8288).
public final class HubLinks {
  /// Where the hub stands, behind what the server's addresses begin with.
  public static final String HUB_PATH = "/websub/hub";

  /// Where this server's own callbacks stand; the last step names the subscription.
  public static final String CALLBACK_PATH = "/websub/callback/";

  private HubLinks() {}

  /// @return the header's value
  public static String header(String hub, String self) {
    return hub(hub) + ", <" + self + ">; rel=\"self\"";
  }

  static String hub(String hub) {
    return "<" + hub + ">; rel=\"hub\"";
  }
}
