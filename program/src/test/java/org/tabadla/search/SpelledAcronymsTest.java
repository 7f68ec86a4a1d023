package org.tabadla.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.ArticleId;
import org.tabadla.store.Store;
import org.tabadla.web.Fixture;

class SpelledAcronymsTest {
  private static final String SCO_SPELLED = "ایس سی او";

  @TempDir Path folder;

  private static List<ArticleId> found(Search search, String query) {
    return ((Search.Answer.Found) search.search(query, Search.Order.NEWEST, 0, 100))
        .hits().stream()
            .map(Search.Hit::id)
            .sorted(java.util.Comparator.comparing(ArticleId::value))
            .collect(Collectors.toList());
  }

  @Test
  void namesOfLettersFindWhatTheQuotedFormAndTheLatinOneFind() {
    try (Store store = Fixture.store(folder);
        Search search = Fixture.search(folder, store)) {
      List<ArticleId> spelled = found(search, SCO_SPELLED);
      assertThat(spelled).isNotEmpty();
      assertThat(spelled)
          .containsAll(found(search, '"' + SCO_SPELLED + '"'))
          .containsAll(found(search, "sco"));
      assertThat(found(search, "name:" + '"' + SCO_SPELLED + '"')).isNotEmpty();
    }
  }

  @Test
  void otherWordsStayAsTheyAre() throws QueryTrouble {
    String words = "پاکستان فورم";
    assertThat(QueryParser.parse(words)).isInstanceOf(Expression.And.class);
    assertThat(((Expression.And) QueryParser.parse(words)).of()).hasSize(2);
    assertThat(((Expression.And) QueryParser.parse(words + " " + SCO_SPELLED)).of()).hasSize(3);
  }
}
