package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.Refusal;

class NetworkGuardTest {
  private final NetworkGuard guard = new NetworkGuard(Set.of());

  @Test
  void thePublicCasesAreJudgedAsTheirAuthorsDo() {
    var wrong = new ArrayList<String>();
    for (var c : Packs.cases("ssrf")) {
      if (guard.mayReach(c.get("input").asString()) != c.get("want").asBoolean()) {
        wrong.add(c.get("input").asString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0xa9fea9fe/latest/meta-data",
        "http://169.254.169.254/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:c0a8:0101::1]/",
        "http://[2001:0:1:2:3:4:5:6]/",
        "http://[2001:db8::1]/",
        "http://[fec0::1]/",
        "http://[2606:4700::5efe:10.0.0.1]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://a.localhost/",
        "http://metadata.google.internal/",
        "http://printer/",
        "http://224.0.0.1/",
        "http://203.0.113.7/",
        "gopher://example.com/",
        "javascript:alert(1)",
        "http://",
        "",
        "https://example.com:25/",
        "http://example.com:6379000/",
        "http://127.0.0.1.:80/",
        "http://user:pass@127.0.0.1/",
        "http://１２７.0.0.1/",
      })
  void placesOutsideThePublicInternetAreRefused(String url) {
    assertThat(guard.refusal(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://1.1.1.1/",
        "http://172.15.255.255/",
        "http://[2a00:1450:4001:81c::200e]/",
        "http://[2002:0808:0808::1]/",
        "http://[64:ff9b::808:808]/",
        "HTTP://EXAMPLE.COM:8080",
        "https://اردو.example.com/خبر",
        "http://10.0.0.1@example.com/",
      })
  void thePublicInternetIsOpen(String url) {
    assertThat(guard.refusal(url)).isEmpty();
  }

  @Test
  void aHostTheOperatorNamedIsOpen() {
    var open = new NetworkGuard(Set.of("127.0.0.1:8080", "Intranet.Example", "::1"));
    assertThat(open.refusal("http://127.0.0.1:8080/")).isEmpty();
    assertThat(open.refusal("http://127.0.0.1:8081/")).isPresent();
    assertThat(open.refusal("http://intranet.example/")).isEmpty();
    assertThat(open.refusal("http://[::1]:99/")).isEmpty();
    assertThat(open.refusal("file://127.0.0.1:8080/")).isPresent();
  }

  @Test
  void aHostMayBeNamedInAnyNotation() {
    var open = new NetworkGuard(Set.of("[::1]:8080", "0x7f.1", "دفتر.local", ""));
    assertThat(open.refusal("http://[0:0::1]:8080/")).isEmpty();
    assertThat(open.refusal("http://[::1]/")).isPresent();
    assertThat(open.refusal("http://127.0.0.1:99/")).isEmpty();
    assertThat(open.refusal("http://دفتر.local/")).isEmpty();
    assertThatThrownBy(() -> new NetworkGuard(Set.of("http://a/b"))).isInstanceOf(Refusal.class);
  }

  @Test
  void aNameIsJudgedByItsAddressesWhenItIsLookedUp() throws UnknownHostException {
    assertThatThrownBy(() -> guard.resolve("localhost", 80))
        .isInstanceOf(NetworkGuard.Blocked.class)
        .hasMessageContaining("is not public (loopback)");
    assertThat(new NetworkGuard(Set.of("localhost")).resolve("localhost", 80)).isNotEmpty();
  }

  @Test
  void theReasonNamesHostValueAndRemedy() {
    assertThat(guard.refusal("http://10.1.2.3/x"))
        .contains(
            "[10.1.2.3] 10.1.2.3 is not public (private);"
                + " name 10.1.2.3 among the allowed hosts if it is yours");
  }
}
