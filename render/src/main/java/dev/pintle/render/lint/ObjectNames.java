package dev.pintle.render.lint;

import dev.pintle.go.strconv.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The names that Kubernetes' objects may have, by their kind. */
final class ObjectNames {

  private static final Set<String> PATH_SEGMENTS =
      Set.of("role", "clusterrole", "rolebinding", "clusterrolebinding");

  private static final Rule SUBDOMAIN =
      new Rule(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
              + " or '.', and must start and end with an alphanumeric character",
          "example.com",
          "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
          name -> Names.areLabels(name, 0, name.length(), Names::isLowerOrDigit, c -> c == '-'),
          253);

  private static final Rule SERVICE =
      new Rule(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
              + " an alphabetic character, and end with an alphanumeric character",
          "my-name',  or 'abc-123",
          "[a-z]([-a-z0-9]*[a-z0-9])?",
          name -> isLabel(name) && name.charAt(0) >= 'a',
          63);

  private static final Rule NAMESPACE =
      new Rule(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " and must start and end with an alphanumeric character",
          "my-name',  or '123-abc",
          "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
          ObjectNames::isLabel,
          63);

  private ObjectNames() {}

  private static boolean isLabel(String name) {
    return Names.isLabel(name, 0, name.length(), Names::isLowerOrDigit, c -> c == '-');
  }

  /**
   * A form of names.
   *
   * @param example between quotes
   * @param regex as the message tells it
   */
  private record Rule(
      String text, String example, String regex, Predicate<String> form, int longest) {

    List<String> faults(String name) {
      List<String> faults = new ArrayList<>();
      if (name.length() > longest) {
        faults.add("must be no more than " + longest + " bytes");
      }
      if (!form.test(name)) {
        faults.add(
            text + " (e.g. '" + example + "', regex used for validation is '" + regex + "')");
      }
      return faults;
    }
  }

  /** What is wrong with a name, in Helm's words; null if it is good. */
  static String fault(String kind, String name) {
    List<String> faults = faults(kind.toLowerCase(Locale.ROOT), name);
    if (faults.isEmpty()) {
      return null;
    }
    List<String> sentences =
        faults.stream()
            .map(fault -> "metadata.name: Invalid value: " + GoQuotes.quote(name) + ": " + fault)
            .distinct()
            .toList();
    String all = String.join(", ", sentences);
    return "object name does not conform to Kubernetes naming requirements: "
        + GoQuotes.quote(name)
        + ": "
        + (sentences.size() == 1 ? all : "[" + all + "]");
  }

  private static List<String> faults(String kind, String name) {
    if (PATH_SEGMENTS.contains(kind)) {
      return pathSegment(name);
    }
    return switch (kind) {
      case "certificatesigningrequest" -> List.of();
      case "service" -> SERVICE.faults(name);
      case "namespace" -> NAMESPACE.faults(name);
      default -> SUBDOMAIN.faults(name);
    };
  }

  private static List<String> pathSegment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    List<String> faults = new ArrayList<>();
    for (String part : List.of("/", "%")) {
      if (name.contains(part)) {
        faults.add("may not contain '" + part + "'");
      }
    }
    return faults;
  }
}
