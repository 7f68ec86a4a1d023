package org.tabadla.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Notes;
import org.tabadla.store.Store;
import org.tabadla.web.Fixture;

class SpelledAcronymsTest {
  private static final String MEETING = "اجلاس";
  private static final String APART = "او بھائی، سی ڈی لاؤ";
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
        Search search = LuceneSearch.open(folder.resolve("spelled"))) {
      ArticleId spelledOut = put(store, search, "fajr-forum", SCO_SPELLED + " " + MEETING);
      ArticleId latin = put(store, search, "fajr-media", "SCO " + MEETING);
      ArticleId english = put(store, search, "harbor-forum", "The SCO met.");
      ArticleId apart = put(store, search, "sahil-flood", APART);
      search.refresh();
      List<ArticleId> found = found(search, SCO_SPELLED);
      assertThat(found).containsExactlyInAnyOrder(spelledOut, latin, english);
      assertThat(found).containsAll(found(search, '"' + SCO_SPELLED + '"'));
      assertThat(found(search, MEETING + " " + SCO_SPELLED))
          .containsExactlyInAnyOrder(spelledOut, latin);
      assertThat(found).doesNotContain(apart);
    }
  }

  private static ArticleId put(Store store, Search search, String key, String body) {
    Store.Entry entry = store.entry(Fixture.id(key)).orElseThrow();
    var article = entry.article().withBody(List.of(new Block.Paragraph(body)));
    search.put(article, Notes.NONE, entry.story(), entry.seq());
    return article.id();
  }

  @Test
  void otherWordsStayAsTheyAre() throws QueryTrouble {
    String words = "پاکستان فورم";
    assertThat(QueryParser.parse(words)).isInstanceOf(Expression.And.class);
    assertThat(((Expression.And) QueryParser.parse(words)).of()).hasSize(2);
    assertThat(((Expression.And) QueryParser.parse(words + " " + SCO_SPELLED)).of()).hasSize(3);
  }
}
