package org.tabadla.search;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.tabadla.language.Analyzers;
import org.tabadla.language.Letters;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// The shape of the index. Words stand in fields of their language (`body.ur`), each analyzed as
/// that language is; an article's words are in the fields of one language only.
final class IndexFields {
  /// Grows when an index of the older shape must be built anew: fields that changed, or words that
  /// an analyzer now gives in another form.
  static final String FORMAT = "4";

  static final String ID = "id";
  static final String STORY = "story";
  static final String SOURCE = "source";
  static final String LANG = "lang";
  static final String GROUP = "group";
  static final String KEYWORD = "keyword";
  static final String NAME = "name";
  static final String TOPIC = "topic";
  static final String WHEN = "when";

  /// What a hit is made of, the body apart.
  static final Set<String> SHOWN = Set.of(ID, STORY, GROUP);

  static final String TITLE = "title.";
  static final String STANDFIRST = "standfirst.";
  static final String BODY = "body.";
  static final String EXACT = "exact.";

  /// The group of languages that have no short tag.
  private static final String OTHER = "und";

  private static final Pattern SHORT_TAG = Pattern.compile("[a-z]{2,3}");

  private static final int LONGEST_BODY_CHARS = 1_000_000;
  private static final int LONGEST_TOKEN_CHARS = 255;
  private static final int LONGEST_KEY_CHARS = 300;
  private static final int SHORTEST_LABEL_CHARS = 3;

  static final Analyzer ANALYZER = new ByLanguage();

  private IndexFields() {}

  /// @return the part of the field names that stands for the language: its primary subtag
  static String group(Lang lang) {
    String primary = lang.primary();
    return SHORT_TAG.matcher(primary).matches() ? primary : OTHER;
  }

  /// @return the groups that the index has words of, in order of their tags
  static Set<String> groups(IndexReader reader) {
    Set<String> groups = new TreeSet<>();
    for (String field : FieldInfos.getIndexedFields(reader)) {
      if (field.startsWith(TITLE)) {
        groups.add(field.substring(TITLE.length()));
      }
    }
    return groups;
  }

  static Term idTerm(ArticleId id) {
    return new Term(ID, id.value());
  }

  static Document document(Article article, Notes notes, StoryId story) {
    String group = group(article.lang());
    var standfirst = article.standfirst();
    String lead = standfirst == null ? "" : standfirst.value();
    String text = article.text();
    String body =
        text.length() <= LONGEST_BODY_CHARS ? text : text.substring(0, LONGEST_BODY_CHARS);
    var document = new Document();
    document.add(new StringField(ID, article.id().value(), Field.Store.YES));
    document.add(new StoredField(STORY, story.value()));
    document.add(new StringField(GROUP, group, Field.Store.YES));
    document.add(new LongField(WHEN, clamped(article.when()), Field.Store.NO));
    document.add(new TextField(TITLE + group, article.title().value(), Field.Store.NO));
    document.add(new TextField(STANDFIRST + group, lead, Field.Store.NO));
    document.add(new TextField(BODY + group, body, Field.Store.YES));
    String all = String.join("\n", article.title().value(), lead, body);
    document.add(new TextField(EXACT + group, all, Field.Store.NO));
    sources(article).forEach(key -> addKey(document, SOURCE, key));
    addKey(document, LANG, article.lang().tag().toLowerCase(Locale.ROOT));
    if (!article.lang().tag().equalsIgnoreCase(article.lang().primary())) {
      addKey(document, LANG, article.lang().primary());
    }
    keywords(notes).forEach(key -> addKey(document, KEYWORD, key));
    names(notes).forEach(key -> addKey(document, NAME, key));
    topics(notes).forEach(key -> addKey(document, TOPIC, key));
    return document;
  }

  private static long clamped(java.time.Instant when) {
    try {
      return when.toEpochMilli();
    } catch (ArithmeticException beyond) {
      return when.isBefore(java.time.Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static void addKey(Document document, String field, String key) {
    if (!key.isBlank() && key.length() <= LONGEST_KEY_CHARS) {
      document.add(new StringField(field, key, Field.Store.NO));
    }
  }

  /// The outlet by its id, by the first label of its host name, and by the name that its page
  /// gives.
  private static Set<String> sources(Article article) {
    Set<String> keys = new TreeSet<>();
    String id = article.source().value().toLowerCase(Locale.ROOT);
    keys.add(id);
    int dot = id.indexOf('.');
    if (dot >= SHORTEST_LABEL_CHARS) {
      keys.add(id.substring(0, dot));
    }
    String site = article.site();
    if (site != null) {
      keys.add(Letters.fold(site, article.lang()));
    }
    return keys;
  }

  private static Set<String> keywords(Notes notes) {
    Set<String> keys = new TreeSet<>();
    for (Keyword keyword : notes.keywords()) {
      keys.add(keyword.key());
      keys.add(Letters.fold(keyword.text().value(), keyword.text().lang()));
    }
    return keys;
  }

  /// With the topics above them: who asks for the economy means its markets, too.
  private static Set<String> topics(Notes notes) {
    Set<String> codes = new TreeSet<>();
    notes.topics().forEach(topic -> codes.addAll(topic.codes()));
    return codes;
  }

  private static Set<String> names(Notes notes) {
    Set<String> keys = new TreeSet<>();
    for (Name name : notes.names()) {
      keys.add(name.key());
      keys.add(Letters.fold(name.text().value(), name.text().lang()));
      String concept = name.concept();
      if (concept != null) {
        keys.add(concept);
      }
    }
    return keys;
  }

  /// Chooses the analyzer by the field's name, and drops tokens that no one would search for and
  /// the index could not hold.
  private static final class ByLanguage extends AnalyzerWrapper {
    ByLanguage() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
      int dot = fieldName.indexOf('.');
      Lang lang = dot < 0 ? Lang.UND : new Lang(fieldName.substring(dot + 1));
      return fieldName.startsWith(EXACT) ? Analyzers.exact(lang) : Analyzers.folded(lang);
    }

    @Override
    protected TokenStreamComponents wrapComponents(
        String fieldName, TokenStreamComponents components) {
      var tokens = new LengthFilter(components.getTokenStream(), 1, LONGEST_TOKEN_CHARS);
      return new TokenStreamComponents(components.getSource(), tokens);
    }
  }
}
