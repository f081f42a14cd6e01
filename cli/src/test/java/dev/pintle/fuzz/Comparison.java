package dev.pintle.fuzz;

import dev.pintle.cli.FeatureCase.Answer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When Pintle's answer counts as Helm's. */
final class Comparison {

  /** What Pintle refuses where Helm goes on for as long as it can; see docs/compatibility.md. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:more|longer|deeper) than (?:\\d|PT|a thread's)|nested more than|the limit is \\d");

  /** Where Helm's answer is chance; see docs/compatibility.md. */
  private static final Pattern CHANCE =
      Pattern.compile("slice index out of range|reflect.Value.Slice: slice index out of bounds");

  private static final Pattern SOURCE = Pattern.compile("(?m)^---\\n# Source: ");
  private static final Pattern VARIABLE_WORDS =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|<[^>]*>|\\d+|[tpm]\\d+\\.yaml");

  private Comparison() {}

  /** True if both did the same, as far as it is meant that they do. */
  static boolean same(Answer pintle, Answer helm) {
    if (isMeant(pintle, helm)) {
      return true;
    }
    if (pintle.status() != helm.status() || !pintle.out().equals(helm.out())) {
      return false;
    }
    return pintle.log().equals(helm.log())
        && (helm.status() == 0
            ? pintle.message().equals(helm.message())
            : pintle.message().startsWith(helm.message()));
  }

  /** True if Pintle refuses because of a limit. */
  static boolean isLimit(Answer pintle) {
    return pintle.status() != 0 && LIMIT.matcher(pintle.err()).find();
  }

  private static boolean isMeant(Answer pintle, Answer helm) {
    return isLimit(pintle) || CHANCE.matcher(pintle.err() + helm.err()).find();
  }

  /** The files whose documents are not the same in two answers. */
  static Set<String> sourcesThatDiffer(Answer one, Answer other) {
    Set<String> documents = new HashSet<>(documents(one));
    Set<String> others = new HashSet<>(documents(other));
    Set<String> common = new HashSet<>(documents);
    common.retainAll(others);
    documents.addAll(others);
    documents.removeAll(common);
    return documents.stream()
        .map(d -> d.lines().findFirst().orElse(""))
        .collect(Collectors.toSet());
  }

  private static List<String> documents(Answer answer) {
    return Arrays.asList(SOURCE.split(answer.out()));
  }

  /** What kind of difference it is, roughly: the first lines that differ without their details. */
  static String kind(Answer pintle, Answer helm) {
    String ours = pintle.status() == 0 ? pintle.out() : pintle.err();
    String theirs = helm.status() == 0 ? helm.out() : helm.err();
    List<String> ourLines = ours.lines().toList();
    List<String> theirLines = theirs.lines().toList();
    int at = 0;
    while (at < ourLines.size()
        && at < theirLines.size()
        && ourLines.get(at).equals(theirLines.get(at))) {
      at++;
    }
    return essence(ourLines, at) + " <> " + essence(theirLines, at);
  }

  private static String essence(List<String> lines, int at) {
    return at < lines.size() ? VARIABLE_WORDS.matcher(lines.get(at)).replaceAll("_") : "";
  }
}
