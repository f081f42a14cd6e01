package dev.pintle.cli.render;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The flag that says how much a chart, its values, its rendering and the answers of a cluster may
 * take.
 */
public final class LimitsOption {

  private static final String STRANGERS = "strangers";
  private static final String DEFAULT = "default";

  @Option(
      names = "--limits",
      paramLabel = "strings",
      description =
          "what a chart and its rendering may take: 'default', or 'strangers' for charts of people"
              + " one does not know; single limits can follow, such as strangers,millis=5000 (see"
              + " docs/limits.md for all of them)")
  private List<String> limits = List.of();

  /**
   * The limits that apply.
   *
   * @throws PintleException if the flag names one that there is not, or no good number
   */
  public Limits get() {
    Limits chosen = Limits.defaults();
    for (String part : limits) {
      chosen =
          switch (part.trim()) {
            case DEFAULT, "" -> Limits.defaults();
            case STRANGERS -> Limits.forStrangers();
            default -> single(chosen, part.trim());
          };
    }
    return chosen;
  }

  private static Limits single(Limits chosen, String part) {
    int equals = part.indexOf('=');
    String key = equals < 0 ? part : part.substring(0, equals);
    for (Limit limit : Limit.values()) {
      if (equals > 0 && limit.key().equals(key)) {
        return chosen.with(limit, number(part, part.substring(equals + 1)));
      }
    }
    throw wrong(part, equals < 0 ? "no set of limits has this name" : "no limit has this name");
  }

  private static long number(String part, String text) {
    boolean isNumber = TextParts.isNumber(text, 18);
    if (!isNumber) {
      throw wrong(part, "not a number that is 0 or more");
    }
    return Long.parseLong(text);
  }

  private static PintleException wrong(String part, String why) {
    return new PintleException(Diagnostic.Kind.VALUES, UsageError.aboutFlag("--limits", part, why));
  }
}
