package dev.pintle.render.lint;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The chart's own {@code values.yaml}, together with the user's values, against the chart's own
 * schema; subcharts are not looked at here.
 */
record ValuesRules(
    LintedChart linted, Findings findings, ValuesValidator validator, Budget budget) {

  private static final String FILE = "values.yaml";
  private static final String SCHEMA = "values.schema.json";

  void check(LintRequest request) {
    Path file = linted.file(FILE);
    if (!Files.exists(file)) {
      findings.info(FILE, "file does not exist");
      return;
    }
    Table values;
    try {
      String text = GoStrings.fromBytes(linted.read(FILE));
      values = YamlReader.readMap(text, ReadOptions.of(FILE).within(budget));
    } catch (PintleException e) {
      findings.error(FILE, "unable to parse YAML: ", e);
      return;
    } catch (IOException e) {
      String reason = FileErrors.describe("open", file.toString(), e);
      findings.error(FILE, "unable to parse YAML: " + reason);
      return;
    }
    if (!request.release().skipSchemaValidation() && Files.exists(linted.file(SCHEMA))) {
      schema(coalesced(request.release().values().deepCopy(), values));
    }
  }

  private void schema(Table values) {
    try {
      byte[] schema = linted.read(SCHEMA);
      if (schema.length > 0) {
        ValuesValidator.Report report = validator.validate(schema, values, SCHEMA, budget);
        if (!report.isValid()) {
          findings.error(FILE, "", new PintleException(report.helmReport(), report.diagnostics()));
        }
      }
    } catch (IOException e) {
      String path = linted.file(SCHEMA).toString();
      findings.error(FILE, FileErrors.describe("open", path, e));
    }
  }

  /** The user's values with the chart's where there are none; a null takes away. */
  private Table coalesced(Table given, Table defaults) {
    for (Table.Slot slot : defaults.sorted()) {
      budget.step();
      String key = slot.getKey();
      if (!given.containsKey(key)) {
        given.put(slot);
      } else if (given.get(key) == null) {
        given.remove(key);
      } else if (given.get(key) instanceof Table inner && slot.getValue() instanceof Table below) {
        coalesced(inner, below);
      }
    }
    return given;
  }
}
