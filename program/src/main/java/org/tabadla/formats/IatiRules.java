package org.tabadla.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/// The rule set of IATI 2.03: rules across elements, which the schema cannot say. Follows the
/// specification of IATI/IATI-Rulesets. Two kinds of case need the registry's list of organisations
/// and are left out.
final class IatiRules {
  private static final IatiRules STANDARD =
      new IatiRules(StrictJson.MAPPER.readTree(Resources.bytes("iati/ruleset.json")));

  private static final int MOST_FOUND = 50;
  private static final int LONGEST_VALUE = 1_000;

  private final JsonNode rules;

  private IatiRules(JsonNode rules) {
    this.rules = rules;
  }

  static IatiRules standard() {
    return STANDARD;
  }

  /// @return the rules that a document breaks, each with the path of its element
  List<Finding> broken(byte[] bytes, Instant now) {
    try {
      Document document = StrictXml.document(bytes);
      var run =
          new Run(
              XPathFactory.newDefaultInstance().newXPath(),
              now.atZone(ZoneOffset.UTC).toLocalDate());
      for (var context : rules.properties()) {
        for (Node at : run.nodes(context.getKey(), document)) {
          run.all(context.getValue(), at, null);
        }
      }
      return run.found;
    } catch (SAXException | XPathExpressionException e) {
      throw new IllegalStateException("a rule of IATI cannot be run", e);
    }
  }

  /// One document's run through the rules.
  private static final class Run {
    private final XPath xpath;
    private final LocalDate today;
    private final List<Finding> found = new ArrayList<>();

    Run(XPath xpath, LocalDate today) {
      this.xpath = xpath;
      this.today = today;
    }

    /// @param each what `$1` stands for within a loop, or null
    void all(JsonNode named, Node at, @Nullable String each) throws XPathExpressionException {
      for (var rule : named.properties()) {
        for (JsonNode one : rule.getValue().path("cases")) {
          if (rule.getKey().equals("loop")) {
            loop(one, at);
          } else if (found.size() < MOST_FOUND
              && applies(one, at, each)
              && !holds(rule.getKey(), one, at, each)) {
            JsonNode info = one.path("ruleInfo");
            found.add(
                new Finding(
                    path(at),
                    "rule "
                        + info.path("id").asString("")
                        + " ("
                        + info.path("severity").asString("")
                        + "): "
                        + info.path("message").asString("")));
          }
        }
      }
    }

    private void loop(JsonNode one, Node at) throws XPathExpressionException {
      var values = new TreeSet<String>();
      for (Node node : nodes(one.path("foreach").asString(""), at)) {
        values.add(value(node));
      }
      for (String value : values) {
        if (!value.contains("'")) { // it goes into an expression between quotes
          all(one.path("do"), at, value);
        }
      }
    }

    private boolean applies(JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      return !one.has("idCondition")
          && (!one.has("condition") || isTrue(one.path("condition").asString(), at, each));
    }

    private boolean holds(String rule, JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      return switch (rule) {
        case "atleast_one" -> !paths(one, at, each).isEmpty();
        case "no_more_than_one" -> paths(one, at, each).size() <= 1;
        case "unique" -> {
          List<String> values = values(one, at, each);
          yield new HashSet<>(values).size() == values.size();
        }
        case "no_spaces" -> values(one, at, each).stream().allMatch(v -> v.equals(v.strip()));
        case "regex_matches" -> {
          var pattern = Pattern.compile(one.path("regex").asString());
          yield values(one, at, each).stream()
              .filter(v -> v.length() <= LONGEST_VALUE)
              .allMatch(v -> pattern.matcher(v).find());
        }
        case "startswith" -> startsWith(one, at, each);
        case "if_then" ->
            !isTrue(one.path("if").asString(), at, each)
                || isTrue(one.path("then").asString(), at, each);
        case "strict_sum" -> sum(one, at, each);
        case "range" ->
            numbers(values(one, at, each))
                .allMatch(n ->
                    n.doubleValue() >= one.path("min").asDouble(Double.NEGATIVE_INFINITY)
                        && n.doubleValue() <= one.path("max").asDouble(Double.POSITIVE_INFINITY));
        case "one_or_all" -> oneOrAll(one.path("one").asString(), one.path("all").asString(), at);
        default -> dates(rule, one, at);
      };
    }

    private boolean startsWith(JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      var prefixes = new ArrayList<String>();
      for (JsonNode prefix : one.path("prefix")) {
        for (Node node : nodes(prefix.asString(), at)) {
          prefixes.add(value(node) + one.path("separator").asString(""));
        }
      }
      return prefixes.isEmpty()
          || values(one, at, each).stream()
              .allMatch(v -> prefixes.stream().anyMatch(v::startsWith));
    }

    private boolean sum(JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      List<BigDecimal> numbers = numbers(values(one, at, each)).toList();
      return numbers.isEmpty()
          || numbers.stream()
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .compareTo(one.path("sum").decimalValue())
              == 0;
    }

    /// Either the activity says it once, or every element that could say it does.
    private boolean oneOrAll(String one, String all, Node at) throws XPathExpressionException {
      if (isTrue(one, at, null)) {
        return true;
      }
      return switch (all) {
        case "lang" -> nodes(".//narrative[not(@xml:lang)]", at).isEmpty();
        case "currency" ->
            nodes(".//value[not(@currency)] | .//forecast[not(@currency)]", at).isEmpty();
        default -> nodes("transaction[not(" + all + ")]", at).isEmpty();
      };
    }

    private boolean dates(String rule, JsonNode one, Node at) throws XPathExpressionException {
      LocalDate date = date(one.path("date"), at);
      LocalDate start = date(one.path("start"), at);
      LocalDate end = date(one.path("end"), at);
      return switch (rule) {
        case "date_order" -> {
          LocalDate less = date(one.path("less"), at);
          LocalDate more = date(one.path("more"), at);
          yield less == null || more == null || !less.isAfter(more);
        }
        case "date_now" -> date == null || !date.isAfter(today);
        case "time_limit" -> start == null || end == null || !end.isAfter(start.plusYears(1));
        case "between_dates" ->
            date == null
                || start == null
                || end == null
                || (!date.isBefore(start) && !date.isAfter(end));
        default -> true; // a rule of a later rule set
      };
    }

    private @Nullable LocalDate date(JsonNode expression, Node at) throws XPathExpressionException {
      if (!expression.isString()) {
        return null;
      }
      List<Node> nodes = nodes(expression.asString(), at);
      String text = nodes.isEmpty() ? "" : value(nodes.getFirst()).strip();
      try {
        return text.contains("T")
            ? OffsetDateTime.parse(text).toLocalDate()
            : LocalDate.parse(text.substring(0, Math.min(text.length(), "2025-01-01".length())));
      } catch (DateTimeException e) {
        return null; // the schema has spoken of it
      }
    }

    private List<Node> paths(JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      var out = new ArrayList<Node>();
      for (JsonNode path : one.path("paths")) {
        out.addAll(nodes(filled(path.asString(), each), at));
      }
      return out;
    }

    private List<String> values(JsonNode one, Node at, @Nullable String each)
        throws XPathExpressionException {
      return paths(one, at, each).stream().map(Run::value).toList();
    }

    private boolean isTrue(String expression, Node at, @Nullable String each)
        throws XPathExpressionException {
      return (Boolean) xpath.evaluate(filled(expression, each), at, XPathConstants.BOOLEAN);
    }

    private List<Node> nodes(String expression, Node at) throws XPathExpressionException {
      // Documents without namespaces have xml:lang as an attribute of that very name.
      String plain = expression.replace("@xml:lang", "@*[name()='xml:lang']");
      NodeList list = (NodeList) xpath.evaluate(plain, at, XPathConstants.NODESET);
      var out = new ArrayList<Node>(list.getLength());
      for (int i = 0; i < list.getLength(); i++) {
        out.add(list.item(i));
      }
      return out;
    }

    private static String filled(String expression, @Nullable String each) {
      String plain = expression.replace("@xml:lang", "@*[name()='xml:lang']");
      return each == null ? plain : plain.replace("$1", each);
    }

    private static Stream<BigDecimal> numbers(List<String> values) {
      return values.stream()
          .map(String::strip)
          .filter(v -> v.matches("-?\\d{1,30}(\\.\\d{1,30})?"))
          .map(BigDecimal::new);
    }

    private static String value(Node node) {
      return Objects.requireNonNullElse(node.getTextContent(), "");
    }

    /// Where an element is, as a path with numbers: `/iati-activities/iati-activity[2]/budget[1]`.
    private static String path(Node node) {
      Node parent = node.getParentNode();
      if (parent == null || node.getNodeType() != Node.ELEMENT_NODE) {
        return "";
      }
      int number = 1;
      for (Node before = node.getPreviousSibling();
          before != null;
          before = before.getPreviousSibling()) {
        if (node.getNodeName().equals(before.getNodeName())) {
          number++;
        }
      }
      return path(parent) + "/" + node.getNodeName() + "[" + number + "]";
    }
  }
}
