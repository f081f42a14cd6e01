package dev.pintle.schema.report;

import java.util.List;
import java.util.Set;

/**
 * One way in which a value does not meet a schema, with the ways that led to it.
 *
 * @param keyword the keyword that was not met; empty for several violations of one schema
 * @param location where the value is: keys and indexes, outermost first
 * @param pointer the same as Helm shows it, which counts some items from another start
 * @param text what is wrong, in Helm's words
 * @param valueless the same without the value, for where values are not to be seen
 * @param members the properties that are wrong, if the violation is about some of an object's
 * @param known the properties that the schema names, if the violation is about others
 * @param causes why; empty if there is nothing more to say
 */
public record Violation(
    String keyword,
    List<Object> location,
    String pointer,
    String text,
    String valueless,
    List<String> members,
    List<String> known,
    List<Violation> causes) {

  /** The keyword of several violations of one schema. */
  static final String SEVERAL = "";

  /** The keyword of several violations of a schema that was referred to. */
  static final String REFERRED = "$ref";

  private static final Set<String> SUMS = Set.of(SEVERAL, REFERRED, "allOf");

  /** The lists are copied. */
  public Violation {
    location = List.copyOf(location);
    members = List.copyOf(members);
    known = List.copyOf(known);
    causes = List.copyOf(causes);
  }

  /** True if all of the causes have to be mended, and it says nothing itself. */
  public boolean isSum() {
    return !causes.isEmpty() && SUMS.contains(keyword);
  }
}
