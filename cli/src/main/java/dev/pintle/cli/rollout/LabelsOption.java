package dev.pintle.cli.rollout;

import dev.pintle.cli.flag.CsvRecord;
import dev.pintle.cli.flag.UsageError;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --labels}: pairs with commas between them. */
final class LabelsOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = {"-l", "--labels"},
      paramLabel = "stringToString",
      description =
          "Labels that would be added to release metadata. Should be divided by comma. On an"
              + " upgrade, the original release labels are merged with these; null unsets one")
  void add(String pairs) {
    try {
      for (String pair : CsvRecord.fields(pairs)) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw invalid(pairs, pair + " must be formatted as key=value");
        }
        labels.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    } catch (CsvRecord.FormatException e) {
      throw invalid(pairs, e.getMessage());
    }
  }

  private ParameterException invalid(String pairs, String why) {
    return UsageError.ofFlag(command, "-l, --labels", pairs, why);
  }

  Map<String, String> labels() {
    return labels;
  }
}
