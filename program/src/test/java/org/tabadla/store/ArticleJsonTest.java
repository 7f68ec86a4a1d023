package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.Found;
import org.tabadla.model.Imprint;

class ArticleJsonTest {
  private static Article with(Imprint imprint) {
    Article a = Samples.numbered(1);
    return new Article(
        a.id(),
        a.source(),
        a.url(),
        a.site(),
        a.title(),
        a.standfirst(),
        a.authors(),
        a.agency(),
        a.dateline(),
        a.published(),
        a.modified(),
        a.body(),
        a.image(),
        a.lang(),
        a.tags(),
        a.paywalled(),
        a.fetched(),
        imprint);
  }

  @Test
  void anArticleComesBackWithItsImprint() {
    var imprint =
        new Imprint(
            List.of(
                new Imprint.Contributor(
                    "edited by", new Found<>("Ada Brook", "text:byline", "Edited by Ada Brook"))),
            new Found<>("Northern Wire", "text:source", "Source: Northern Wire"),
            new Found<>("City", "meta:article:section", "City"),
            "https://outlet.example/1.amp",
            new Imprint.Size(1200, 630),
            new Found<>("U+202E", "h1", "Pier"));

    assertThat(ArticleJson.read(ArticleJson.write(with(imprint)))).isEqualTo(with(imprint));
  }

  @Test
  void aRowOfBeforeThereWereImprintsIsRead() {
    String row = ArticleJson.write(Samples.numbered(1));

    assertThat(row).doesNotContain("imprint");
    assertThat(ArticleJson.read(row).imprint()).isEqualTo(Imprint.NONE);
  }
}
