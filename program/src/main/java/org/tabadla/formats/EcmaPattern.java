package org.tabadla.formats;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/// A schema's pattern, which is written as ECMA-262 has it. There a `[` within brackets is a plain
/// sign and `$` is the very end of the text; to Java the first opens another class and the second
/// may stand before a last line break.
final class EcmaPattern implements RegularExpression {
  private final Pattern pattern;

  EcmaPattern(String ecma) {
    pattern = Pattern.compile(java(ecma));
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(value).find();
  }

  static String java(String ecma) {
    var out = new StringBuilder(ecma.length());
    boolean within = false;
    for (int i = 0; i < ecma.length(); i++) {
      char c = ecma.charAt(i);
      if (c == '\\' && i + 1 < ecma.length()) {
        out.append(c).append(ecma.charAt(++i));
      } else if (within && (c == '[' || c == '&')) {
        out.append('\\').append(c);
      } else if (!within && c == '$') {
        out.append("\\z");
      } else {
        within = c == '[' || (within && c != ']');
        out.append(c);
      }
    }
    return out.toString();
  }
}
