package org.tabadla.exchange.signed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads structured fields (RFC 9651, which holds all of RFC 8941).
///
/// Reading is strict, as the RFC demands: a field is right as a whole or not at all.
public final class StructuredFields {
  /// More than this of one field is refused unread, in characters.
  static final int MOST_CHARACTERS = 64 * 1024;

  /// More members, items or parameters than this are refused; the RFC asks for at least 1,024.
  static final int MOST_MEMBERS = 2048;

  private final FieldText text;

  private StructuredFields(String field) throws MalformedField {
    this.text = new FieldText(field);
  }

  /// Reads a field whose value is one item.
  public static Member.Item item(String field) throws MalformedField {
    var reader = new StructuredFields(field);
    reader.text.skipSpaces();
    Member.Item item = reader.oneItem();
    reader.end();
    return item;
  }

  /// Reads a field whose value is a list; an empty field is an empty list.
  public static List<Member> list(String field) throws MalformedField {
    var reader = new StructuredFields(field);
    reader.text.skipSpaces();
    var members = new ArrayList<Member>();
    while (!reader.text.atEnd()) {
      members.add(reader.member());
      reader.few(members.size());
      reader.betweenMembers();
    }
    return members;
  }

  /// Reads a field whose value is a dictionary; of a key that comes twice the last counts.
  public static SequencedMap<String, Member> dictionary(String field) throws MalformedField {
    var reader = new StructuredFields(field);
    reader.text.skipSpaces();
    var members = new LinkedHashMap<String, Member>();
    while (!reader.text.atEnd()) {
      String key = reader.text.key();
      Member member =
          reader.text.take('=')
              ? reader.member()
              : new Member.Item(new Bare.Flag(true), reader.parameters());
      // A repeated key keeps its first place and takes the last value (RFC 9651 §4.2.2).
      members.put(key, member);
      reader.few(members.size());
      reader.betweenMembers();
    }
    return members;
  }

  private void end() throws MalformedField {
    text.skipSpaces();
    if (!text.atEnd()) {
      throw text.wrong("the end");
    }
  }

  private void betweenMembers() throws MalformedField {
    text.skipBlanks();
    if (text.atEnd()) {
      return;
    }
    text.expect(',');
    text.skipBlanks();
    if (text.atEnd()) {
      throw text.wrong("a member after the comma");
    }
  }

  private Member member() throws MalformedField {
    return text.peek() == '(' ? inner() : oneItem();
  }

  private Member.Inner inner() throws MalformedField {
    text.expect('(');
    var items = new ArrayList<Member.Item>();
    while (true) {
      text.skipSpaces();
      if (text.take(')')) {
        return new Member.Inner(List.copyOf(items), parameters());
      }
      items.add(oneItem());
      few(items.size());
      if (text.peek() != ' ' && text.peek() != ')') {
        throw text.wrong("a space or the end of the inner list");
      }
    }
  }

  private Member.Item oneItem() throws MalformedField {
    return new Member.Item(BareReader.read(text), parameters());
  }

  private SequencedMap<String, Bare> parameters() throws MalformedField {
    var parameters = new LinkedHashMap<String, Bare>();
    while (text.take(';')) {
      text.skipSpaces();
      String key = text.key();
      parameters.put(key, text.take('=') ? BareReader.read(text) : new Bare.Flag(true));
      few(parameters.size());
    }
    return parameters;
  }

  private void few(int count) throws MalformedField {
    if (count > MOST_MEMBERS) {
      throw new MalformedField("more than " + MOST_MEMBERS + " members");
    }
  }
}
