package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Documents that mean harm are refused with a reason, quickly and without asking anyone else.
class HostileDocumentsTest {
  private static final Checker CHECKER = new Checker(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void entitiesAreRefused() {
    refused(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
        "DOCTYPE");
    refused("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>", "DOCTYPE");
  }

  @Test
  void depthHasAnEnd() {
    refused("<a>".repeat(100_000), "deeper");
    refused("[".repeat(100_000), "epth");
  }

  @Test
  void brokenAndStrangeDocumentsAreRefusedWithTheirPlace() {
    refused("{\"uri\":\"a:b\",\"uri\":\"a:c\"}", "uplicate");
    refused("{\"uri\":\"a:b\"} x", "JSON");
    refused("<a><b></a>", "XML");
    refused("", "empty");
    refused("hello", "neither");
    refused("<html/>", "html");
    assertThat(CHECKER.check(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}))
        .isInstanceOf(Checked.Unknown.class);
  }

  @Test
  void aSchemaThatADocumentNamesIsNotFetched() {
    var checked =
        CHECKER.check(
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a:b" version="1" standard="NewsML-G2" standardversion="2.35"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://127.0.0.1:1/x.xsd"/>\
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(checked).isInstanceOf(Checked.Faulty.class);
  }

  private static void refused(String document, String why) {
    assertThat(CHECKER.check(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Checked.Unknown.class, u -> assertThat(u.reason().message()).contains(why));
  }
}
