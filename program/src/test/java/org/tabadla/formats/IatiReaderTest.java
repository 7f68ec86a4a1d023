package org.tabadla.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.formats.Conversion.Items;

/// Activities become projects, and projects rows.
class IatiReaderTest {
  private static final String ACTIVITY =
      """
      <iati-activities version="2.03">
        <iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2025-07-12T08:00:00Z">
          <iati-identifier>XM-EXAMPLE-7-quay</iati-identifier>
          <reporting-org ref="XM-EXAMPLE-7" type="10"><narrative>Port Office</narrative></reporting-org>
          <title><narrative>New quay</narrative><narrative xml:lang="ur">نیا گھاٹ</narrative></title>
          <description><narrative>=A quay of their own, "at last"</narrative></description>
          <participating-org role="1" ref="XM-EXAMPLE-8"/>
          <participating-org role="4"><narrative>Harbour Works</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="1" iso-date="2025-01-01"/>
          <activity-date type="2" iso-date="2025-02-03"/>
          <activity-date type="3" iso-date="2026-12-31"/>
          <recipient-country code="PK"/>
          <sector code="21040"><narrative>Water transport</narrative></sector>
          <sector vocabulary="99" code="ports"><narrative>Ports</narrative></sector>
          <transaction>
            <transaction-type code="2"/><transaction-date iso-date="2025-03-01"/>
            <value value-date="2025-03-01">1200000.50</value>
            <description><narrative>credit line</narrative></description>
          </transaction>
          <transaction>
            <transaction-type code="3"/><transaction-date iso-date="2025-04-01"/>
            <value value-date="2025-04-01">99</value>
          </transaction>
        </iati-activity>
      </iati-activities>
      """;

  private static Items read(String xml) {
    return Conversion.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Project> projects(Items items) {
    assertThat(items).isInstanceOf(Items.Projects.class);
    return ((Items.Projects) items).projects();
  }

  @Test
  void oneRowSaysWhatTheActivitySays() {
    String csv = Conversion.table(projects(read(ACTIVITY)), Conversion.Target.csv).orElseThrow();
    assertThat(csv.lines().toList()).hasSize(2);
    assertThat(csv.lines().toList().getLast())
        .isEqualTo(
            "\"XM-EXAMPLE-7-quay\",\"under_way\",\"New quay\",\"en\","
                + "\"'=A quay of their own, \"\"at last\"\"\",\"2025-02-03\",\"2026-12-31\","
                + "\"XM-EXAMPLE-8\",\"\",\"\",\"Harbour Works\",\"PK\","
                + "\"21040 Water transport; Ports\",\"1200000.50 USD (credit line)\",\"\",\"\","
                + "\"2025-07-12T08:00:00Z\"");
  }

  @Test
  void everyLanguageIsKeptInJson() {
    String json = Conversion.table(projects(read(ACTIVITY)), Conversion.Target.json).orElseThrow();
    assertThat(json).contains("نیا گھاٹ", "\"New quay\"", "1200000.50").doesNotContain("99");
  }

  @Test
  void ownExportsComeBackAsTheyWent() {
    Project forum = RegisterExportsTest.FORUM;
    String xml =
        IatiWriter.write(
            List.of(forum), new Project.Party("XM-EXAMPLE-1", "T", Project.Role.ACCOUNTABLE));
    assertThat(projects(read(xml))).containsExactly(forum);
  }

  @Test
  void whatTheStandardDemandsIsMissedWithItsPlace() {
    Items items =
        read(
            "<iati-activities version='2.03'>\n<iati-activity><iati-identifier>x</iati-identifier>"
                + "</iati-activity></iati-activities>");
    assertThat(items).isInstanceOf(Items.Unreadable.class);
    assertThat(((Items.Unreadable) items).reason().toString()).contains("2:", "title");
  }

  @Test
  void activitiesGoIntoNoNewsFormat() {
    assertThat(Conversion.table(projects(read(ACTIVITY)), Conversion.Target.atom)).isEmpty();
  }
}
