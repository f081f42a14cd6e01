package dev.pintle.go.regexp;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The text that a match is replaced by, with Go's references to groups.
 *
 * <p>{@code $name} takes the longest run of letters, digits and underscores as its name, so that
 * {@code $1x} is the group named {@code 1x}; <code>${1}x</code> is group 1 and an x. A group that
 * is not there is empty, {@code $$} is a dollar, and so is a dollar without a name.
 */
final class Replacement {

  /** Literal text, or the groups of which the first that took part in the match is meant. */
  private record Part(String literal, int[] groups) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<String> groupNames;

  private Replacement(List<String> groupNames) {
    this.groupNames = groupNames;
  }

  static Replacement parse(String template, List<String> groupNames) {
    Replacement replacement = new Replacement(groupNames);
    int from = 0;
    int dollar;
    while ((dollar = template.indexOf('$', from)) >= 0) {
      replacement.literal(template.substring(from, dollar));
      from = replacement.reference(template, dollar + 1);
    }
    replacement.literal(template.substring(from));
    return replacement;
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, null));
    }
  }

  /** Reads what follows a dollar and gives where to go on. */
  private int reference(String template, int from) {
    if (template.startsWith("$", from)) {
      literal("$");
      return from + 1;
    }
    boolean braced = template.startsWith("{", from);
    int nameFrom = braced ? from + 1 : from;
    int end = nameFrom;
    while (end < template.length() && isNamePart(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    if (end == nameFrom || braced && !template.startsWith("}", end)) {
      literal("$");
      return from;
    }
    parts.add(new Part(null, groupsOf(template.substring(nameFrom, end))));
    return braced ? end + 1 : end;
  }

  private static boolean isNamePart(int rune) {
    return rune == '_'
        || Character.isLetter(rune)
        || Character.getType(rune) == Character.DECIMAL_DIGIT_NUMBER;
  }

  private int[] groupsOf(String name) {
    boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && name.length() <= 9 && (name.length() == 1 || name.charAt(0) != '0')) {
      int group = Integer.parseInt(name);
      return group < groupNames.size() ? new int[] {group} : new int[0];
    }
    int[] named = new int[groupNames.size()];
    int count = 0;
    for (int i = 1; i < groupNames.size(); i++) {
      if (groupNames.get(i).equals(name)) {
        named[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(named, count);
  }

  /** Writes what stands for a match; growth is told the length before the text grows. */
  void append(StringBuilder out, String text, Matcher match, LongConsumer growth) {
    for (Part part : parts) {
      if (part.literal != null) {
        growth.accept(out.length() + (long) part.literal.length());
        out.append(part.literal);
        continue;
      }
      for (int group : part.groups) {
        if (match.start(group) >= 0) {
          growth.accept(out.length() + (long) match.end(group) - match.start(group));
          out.append(text, match.start(group), match.end(group));
          break;
        }
      }
    }
  }
}
