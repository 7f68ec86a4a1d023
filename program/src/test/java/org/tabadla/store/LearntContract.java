package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.store.Samples.DAWN;
import static org.tabadla.store.Samples.MUMTAZ;
import static org.tabadla.store.Samples.NOON;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.article;
import static org.tabadla.store.Samples.notes;
import static org.tabadla.store.Samples.numbered;
import static org.tabadla.store.Samples.visit;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Bytes;
import org.tabadla.model.Lang;
import org.tabadla.model.Version;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Kept;
import org.tabadla.store.Store.Rereading;
import org.tabadla.store.Store.Saved;

/// What every store must do with what was learnt of sites, and with better readings.
abstract class LearntContract extends StoreContract {
  private static final int LARGEST = 64 * 1024;

  private static Bytes memory(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return new Bytes(bytes);
  }

  private static Article better(Article article, String body) {
    return article(
        article.source(),
        article.url().substring(article.url().lastIndexOf('/') + 1),
        article.title().value(),
        body,
        Lang.EN,
        article.when());
  }

  @Test
  void whatWasLearntOfASiteComesBackAfterOpeningAgain() {
    assertThat(store.siteMemory(MUMTAZ)).isEmpty();
    store.saveSiteMemory(MUMTAZ, memory(9, 1), 0);
    store.saveSiteMemory(MUMTAZ, memory(LARGEST, 2), 0);
    store.saveSiteMemory(DAWN, Bytes.EMPTY, 0);
    store.close();
    store = again();
    assertThat(store.siteMemory(MUMTAZ)).contains(memory(LARGEST, 2));
    assertThat(store.siteMemory(DAWN)).contains(Bytes.EMPTY);
    assertThat(store.rereadings(9)).isEmpty();
  }

  @Test
  void rereadingGoesOnWhereItStopped() {
    store.saveSiteMemory(MUMTAZ, memory(9, 1), 10);
    store.saveSiteMemory(DAWN, memory(9, 1), 0);
    Rereading due = store.rereadings(9).getFirst();
    assertThat(due).isEqualTo(new Rereading(MUMTAZ, 10, null));
    var after = new Cursor(NOON, "a9");
    store.advance(due, 8, after);
    store.saveSiteMemory(MUMTAZ, memory(9, 2), 0);
    store.close();
    store = again();
    due = store.rereadings(9).getFirst();
    assertThat(due).isEqualTo(new Rereading(MUMTAZ, 8, after));
    store.advance(due, 0, null);
    assertThat(store.rereadings(9)).isEmpty();
  }

  @Test
  void rereadingThatBeganAnewIsNotTakenForDone() {
    store.saveSiteMemory(MUMTAZ, memory(9, 1), 10);
    Rereading old = store.rereadings(9).getFirst();
    store.advance(old, 8, new Cursor(NOON, "a9"));
    Rereading underWay = store.rereadings(9).getFirst();
    store.saveSiteMemory(MUMTAZ, memory(9, 2), 40);
    store.advance(underWay, 0, null);
    assertThat(store.rereadings(9)).containsExactly(new Rereading(MUMTAZ, 40, null));
  }

  @Test
  void aBetterReadingStandsInThePlaceOfTheOldAndIsNoNewVersion() {
    Article old = numbered(1);
    Saved first = store.save(old, notes("lamp"), alone(old), visit(old));
    Article better = better(old, "Its own words alone.");
    Saved saved = store.correct(new Version(1, better), notes("ship"), alone(better), null);
    assertThat(saved.change()).isEqualTo(Change.CORRECTED);
    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.seq()).isGreaterThan(first.seq());
    assertThat(store.entry(old.id()).orElseThrow().article()).isEqualTo(better);
    assertThat(store.versions(old.id())).containsExactly(new Version(1, better));
    assertThat(store.keyword("lamp")).isEmpty();
    assertThat(store.keyword("ship")).isPresent();
    assertThat(store.newest(null, 1).getFirst().excerpt()).isEqualTo("Its own words alone.");
    assertThat(store.articleCount()).isEqualTo(1);
    assertThat(store.check()).isEmpty();
    assertThat(store.correct(new Version(1, better), notes("ship"), alone(better), null))
        .isEqualTo(new Saved(Change.SAME, 1, saved.seq()));
  }

  @Test
  void ofAnOlderVersionOnlyTheWordsAreCorrected() {
    Article old = numbered(1);
    Article now = better(old, "What it says today.");
    store.save(old, notes("lamp"), alone(old), visit(old));
    Saved newest = store.save(now, notes("ship"), alone(now), visit(now));
    Article better = better(old, "What it said at first.");
    Saved saved = store.correct(new Version(1, better), notes("lamp"), alone(better), null);
    assertThat(saved).isEqualTo(new Saved(Change.CORRECTED, 2, newest.seq()));
    assertThat(store.versions(old.id()))
        .containsExactly(new Version(1, better), new Version(2, now));
    assertThat(store.entry(old.id()).orElseThrow().article()).isEqualTo(now);
    assertThat(store.keyword("lamp")).isEmpty();
    assertThat(store.check()).isEmpty();
  }

  @Test
  void anArticleThatIsNotThereCannotBeCorrected() {
    Article none = numbered(7);
    assertThat(store.correct(new Version(1, none), notes(), alone(none), null).change())
        .isEqualTo(Change.SAME);
    store.save(none, notes(), alone(none), visit(none));
    Article better = better(none, "Of a version to come.");
    assertThat(store.correct(new Version(2, better), notes(), alone(better), null).change())
        .isEqualTo(Change.SAME);
    assertThat(store.versions(none.id())).hasSize(1);
  }

  @Test
  void versionsKnowWhereTheirBytesLie() {
    Article old = numbered(1);
    Article now = better(old, "What it says today.");
    store.save(old, notes(), alone(old), visit(old));
    store.save(now, notes(), alone(now), null);
    assertThat(store.kept(old.id())).containsExactly(new Kept(1, "f:1"));
    assertThat(store.kept(new ArticleId("none"))).isEmpty();
  }

  @Test
  void forgettingTheDerivedForgetsWhatWasLearnt() {
    store.saveSiteMemory(MUMTAZ, memory(9, 1), 10);
    store.forgetDerived();
    assertThat(store.siteMemory(MUMTAZ)).isEmpty();
    assertThat(store.rereadings(9)).isEmpty();
  }
}
