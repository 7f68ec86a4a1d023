package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.matching.Match;
import org.tabadla.exchange.matching.Matches;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// The quick comparison of headlines tells what the one with the whole tables tells.
class HeadlinesAlikeTest {
  private static final List<String> TONGUES = List.of("ur", "en", "zh", "ru");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "ur", words("دریا سیلاب لاہور فلم تربیت گلیشیئر کسان 12 پاکستان"),
          "en", words("river flood Lahore film training glacier farmers 12 Pakistan"),
          "zh", words("河流 洪水 拉合尔 纪录片 培训 冰川 农民 12 巴基斯坦"),
          "ru", words("река Лахор фильм обучение ледник 12 Пакистан"));

  private final Random random = new Random(11);

  private static List<String> words(String all) {
    return List.of(all.split(" ", -1));
  }

  private Text headline(int most) {
    String tongue = TONGUES.get(random.nextInt(TONGUES.size()));
    List<String> words = Objects.requireNonNull(WORDS.get(tongue));
    var out = new ArrayList<String>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      out.add(words.get(random.nextInt(words.size())));
    }
    return new Text(String.join(" ", out), new Lang(tongue));
  }

  private static double whole(Text one, Text other) {
    return Nearest.alike(new Nearest(), one, other);
  }

  @Test
  void aBriefCountTellsTheSameAsTheWholeTables() {
    int alike = 0;
    for (int i = 0; i < 400; i++) {
      Text one = headline(8);
      Text other = i % 5 == 0 ? one : headline(8);
      double whole = whole(one, other);
      assertThat(Nearest.alike(one, other)).as("%s / %s", one, other).isEqualTo(whole);
      alike += whole > 0.3 ? 1 : 0;
    }
    assertThat(alike).as("pairs that are alike").isBetween(50, 350);
  }

  @Test
  void aBriefCountGrowsWithLongHeadlines() {
    var one = new StringBuilder();
    var other = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      one.append("word").append(i * 7).append(' ');
      other.append("word").append(i * 5).append(' ');
    }
    var a = new Text(one.toString(), Lang.EN);
    var b = new Text(other.toString(), Lang.EN);
    assertThat(Nearest.alike(a, b)).isEqualTo(whole(a, b)).isPositive();
  }

  @Test
  void whatMatchesIsTheSame() {
    var quick = new Matches(Nearest::alike);
    var slow = new Matches(HeadlinesAlikeTest::whole);
    List<Listing> wanted = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Listing listing = listing(i % 6 == 0 ? Side.REQUEST : Side.OFFER, i);
      quick.put(listing, owner(i));
      slow.put(listing, owner(i));
      if (i % 6 == 0) {
        wanted.add(listing);
      }
    }
    int met = 0;
    for (Listing each : wanted) {
      Organisation owner = owner(Integer.parseInt(each.owner().value().substring(4)));
      List<Match> expected = slow.of(each, owner, Instant.EPOCH);
      assertThat(quick.of(each, owner, Instant.EPOCH)).isEqualTo(expected);
      met += expected.size();
    }
    assertThat(met).isGreaterThan(wanted.size());
  }

  private static Organisation owner(int number) {
    return new Organisation(
        new OrganisationId("org-" + number),
        List.of(new Text("Org " + number, Lang.EN)),
        "PK",
        Organisation.Kind.BROADCASTER,
        List.of(),
        null);
  }

  private Listing listing(Side side, int number) {
    OrganisationId owner = owner(number).id();
    var about =
        new Core.About(List.of(headline(6)), List.of(), List.of(), List.of(), List.of(), List.of());
    var core =
        new Core(
            side,
            Kind.NEWS_ITEM,
            Audience.PUBLIC,
            about,
            new Core.Supply(null, 0, "", Core.Stage.READY),
            Core.Times.NONE,
            new Core.Bargain(Core.Consideration.EXCHANGE, "", ""),
            Map.of(),
            List.of(),
            null);
    Instant at = Instant.ofEpochMilli(number);
    return new Listing(
        Listing.idFor(owner, core, at), owner, core, at, 1, new Listing.State.Open());
  }
}
