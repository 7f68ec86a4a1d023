package org.tabadla.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangTest {
  @ParameterizedTest
  @CsvSource({
    "ur, rtl",
    "ur-PK, rtl",
    "ur-Latn, ltr",
    "ur-latn-PK, ltr",
    "uz, ltr",
    "uz-Arab, rtl",
    "sd-Deva, ltr",
    "en, ltr"
  })
  void aTextRunsAsItsScriptDoes(String tag, String dir) {
    assertThat(new Lang(tag).dir()).isEqualTo(dir);
  }
}
