package org.tabadla.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Pages that somebody made to keep a reader busy: a little article, then one thing very often.
final class HostilePages {
  private static final String ARTICLE =
      "<title>Deep</title><h1>Deep water</h1><p>The harbour is deep, said the mayor, and so is the"
          + " purse of the harbour's owner, whom nobody in the town has ever seen.</p>";

  private static final String JSON = "<script type=application/ld+json>";

  /// Each tag or pair of tags is a way of its own through the parser: opened and never closed,
  /// closed and never opened, misnested, put out of a table again, opened anew in each paragraph.
  private static final String[] REPEATED = {
    "<div>",
    "<div class='story body'>",
    "<p>",
    "<b>",
    "<a>",
    "<a href=x>",
    "<font color=red>",
    "<i><p>",
    "<a><p>",
    "<b><div>",
    "<table>",
    "<table><tr><td>",
    "<td>",
    "<table><b>",
    "<table>x",
    "<table><a>",
    "<form>",
    "<select><option>",
    "<option>",
    "<button>",
    "<li>",
    "<ul><li>",
    "<dd>",
    "<svg><g>",
    "<math><mi>",
    "<template>",
    "<svg><desc><b>",
    "</p>",
    "</br>",
    "</b>",
    "<b></p>",
    "<h1>",
    "<ruby><rt>",
    "<nobr>",
    "<object>",
    "<applet><b>",
    "<body>",
    "<html a>",
    "<frameset>",
    "<noscript>",
    "<textarea>",
    "<title>",
    "<script>",
    "<plaintext>",
    "<!--",
    "<![CDATA[",
    "<?x>",
    "<",
    "</",
    "&",
    "&amp;",
    "&#x41;",
    "&#99999999;",
    "&a",
    "<br>",
    "<img src=a>",
    "<b><i><u><s>",
    "<b></i><a></u>",
    "<p><b><i>",
    "<table><caption>",
    "<a href='x'><div></a>",
    "<b><div></b>",
    "<b><table></b>",
    "<nobr><div></nobr>",
    "<li><b>",
    "<x>",
    "<x></y>",
    "a<br>",
    " ",
    "a",
    "a, ",
    "<p>The mayor, she said so.</p>",
    "<a href=/x>The mayor, she said so.</a> ",
    "<tr><td colspan=1000000000 rowspan=1000000000>x, y",
    "<td><p>The words, and more of them.",
    "<table><tr><td><p>The words, and more.",
    "<ul><li><p>The words, and more of them.",
    "<span class=author>By A B</span>",
    "<span class=author>",
    "<time datetime='2020-01-01'>1 May",
    "<p>11 July 2025 ",
    "<figure><img src=a><figcaption>x, y",
    "<figure><img src=a>",
    "<div style='display : none ;;;; '>",
    "<base href=/a/>",
    "<h1>Deep water of it</h1>",
    "<meta name=keywords content='a,b'>",
    "<meta name=author content='By A and B'>",
    JSON + "{\"@type\":\"NewsArticle\",\"keywords\":[\"a,b\"]}</script>"
  };

  private HostilePages() {}

  /// @return by name, what makes a page of about so many bytes
  static Map<String, IntFunction<String>> all() {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    for (String unit : REPEATED) {
      all.put(unit, size -> page("", unit, size, "<p>words, words"));
    }
    all.put("attributes", size -> page("<div", numbered(" a%d=1", size), "><p>words, words"));
    all.put("one attribute", size -> page("<div", " a=1", size, "><p>words, words"));
    all.put("attributes of html", size -> page("", numbered("<html a%d=1>", size), ""));
    all.put("attributes of body", size -> page("", numbered("<body a%d=1>", size), ""));
    all.put("unlike bold", size -> page("", numbered("<b a=%d>", size), "<p>words, words"));
    all.put("unlike bold in p", size -> page("", numbered("<b a=%d><p>x", size), "<p>words"));
    all.put("class", size -> page("<div class='", "story ", size, "'><p>words, words"));
    all.put("long class", size -> page("<div class='", "story", size, "'><p>words, words"));
    all.put("meta date", size -> page("<meta name=date content='", "1 ", size, "'>"));
    all.put("meta author", size -> page("<meta name=author content='", "By A and ", size, "'>"));
    all.put("deep JSON-LD", size -> page(JSON, "{\"a\":", size, "</script>"));
    all.put("open arrays of JSON-LD", size -> page(JSON, "[", size, "</script>"));
    all.put("authors of JSON-LD", size -> data("author\":[", "{\"name\":\"A B\"},", size, "{}]"));
    all.put("keywords of JSON-LD", size -> data("keywords\":\"", "a,", size, "\""));
    all.put(
        "graph of JSON-LD", size -> data("@graph\":[", "{\"@id\":\"a\",\"b\":1},", size, "{}]"));
    all.put("entities in the title", size -> "<title>" + page("", "&amp;", size, "</title>"));
    all.put("parts of the title", size -> "<title>" + page("", " - ", size, "</title>"));
    return all;
  }

  private static String data(String open, String unit, int size, String close) {
    return page(JSON + "{\"@type\":\"NewsArticle\",\"" + open, unit, size, close + "}</script>");
  }

  private static String page(String open, String unit, int size, String close) {
    return page(open, unit.repeat(Math.max(1, size / unit.length())), close);
  }

  private static String page(String open, String middle, String close) {
    return ARTICLE + open + middle + close;
  }

  private static String numbered(String unit, int size) {
    var out = new StringBuilder(size);
    for (int i = 0; out.length() < size; i++) {
      out.append(unit.replace("%d", Integer.toString(i)));
    }
    return out.toString();
  }
}
