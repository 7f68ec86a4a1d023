package org.tabadla.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UrduSearchTest {
  private static final int QUERIES_MIN = 60;

  @Test
  void theUrduAnalyzerFindsMoreThanAnyOther() throws Exception {
    List<UrduSearch.Written> texts = UrduSearch.texts(false);
    List<UrduSearch.Asked> queries = UrduSearch.queries(texts);
    assertThat(queries).hasSizeGreaterThanOrEqualTo(QUERIES_MIN);
    Map<String, UrduSearch.Result> results = new LinkedHashMap<>();
    for (var contender : UrduSearch.contenders().entrySet()) {
      results.put(contender.getKey(), UrduSearch.measure(contender.getValue(), texts, queries));
    }
    UrduSearch.Result urdu = results.remove("UrduAnalyzer");
    assertThat(urdu).isNotNull();
    results.forEach((name, other) -> {
      assertThat(urdu.map()).as("MAP beside " + name).isGreaterThan(other.map());
      assertThat(urdu.recall()).as("recall beside " + name).isGreaterThan(other.recall());
    });
  }
}
