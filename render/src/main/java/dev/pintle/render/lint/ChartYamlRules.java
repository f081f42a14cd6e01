package dev.pintle.render.lint;

import dev.pintle.chart.ChartDescription;
import dev.pintle.chart.Maintainer;
import dev.pintle.chart.Metadata;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.semver.Version;
import dev.pintle.go.semver.VersionException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code Chart.yaml} says of the chart. */
record ChartYamlRules(LintedChart linted, Findings findings, Budget budget) {

  private static final String FILE = "Chart.yaml";
  private static final String NOT_PARSED = "unable to parse YAML\n\t";

  void check() {
    Path file = linted.file(FILE);
    if (Files.isDirectory(file)) {
      findings.error(FILE, "should be a file, not a directory");
    }
    String text;
    ChartDescription description;
    try {
      text = GoStrings.fromBytes(linted.read(FILE));
      description = ChartDescription.read(text, budget);
    } catch (PintleException e) {
      findings.error(FILE, NOT_PARSED, e);
      return;
    } catch (IOException e) {
      String reason = FileErrors.describe("open", file.toString(), e);
      findings.error(FILE, NOT_PARSED + reason);
      return;
    }
    Metadata metadata = description.metadata();
    strictly(text);
    nameAndVersion(metadata, YamlReader.readMap(text, ReadOptions.of(FILE).within(budget)));
    maintainers(description);
    metadata.sources().stream()
        .filter(source -> !WebAddresses.isRequestUrl(source))
        .findFirst()
        .ifPresent(
            source -> findings.error(FILE, "invalid source URL '" + Visible.name(source) + "'"));
    icon(metadata.icon());
    ofSecondApiVersion(metadata);
    if (!Version.isStrict(metadata.version())) {
      findings.warning(
          FILE, "version '" + Visible.name(metadata.version()) + "' is not a valid SemVerV2");
    }
  }

  /** Keys that stand twice, or that a chart does not have. */
  private void strictly(String text) {
    String failed = "failed to strictly parse chart metadata file\n\t";
    try {
      Table content =
          YamlReader.readMap(
              text, ReadOptions.of(FILE).within(budget).withIntegers().withUniqueKeys());
      String unknown = ChartDescription.unknownField(content);
      if (unknown != null) {
        findings.warning(
            FILE,
            failed
                + "error unmarshaling JSON: while decoding JSON: json: unknown field "
                + GoQuotes.quote(unknown));
      }
    } catch (YamlException e) {
      Diagnostic repeated = e.diagnostics().get(0);
      findings.warning(
          FILE,
          failed
              + "error converting YAML to JSON: yaml: unmarshal errors:\n  line "
              + repeated.position().line()
              + ": "
              + repeated.message());
    }
  }

  private void nameAndVersion(Metadata metadata, Table content) {
    String name = metadata.name();
    if (name.isEmpty()) {
      findings.error(FILE, "name is required");
    } else if (name.indexOf('/') >= 0) {
      findings.error(FILE, "chart name " + GoQuotes.quote(name) + " is invalid");
    }
    String apiVersion = metadata.apiVersion();
    String values = "The value must be either \"v1\" or \"v2\"";
    if (apiVersion.isEmpty()) {
      findings.error(FILE, "apiVersion is required. " + values);
    } else if (!apiVersion.equals("v1") && !apiVersion.equals("v2")) {
      findings.error(FILE, "apiVersion '" + Visible.name(apiVersion) + "' is not valid. " + values);
    }
    string(content, "version");
    version(metadata.version());
    string(content, "appVersion");
  }

  private void string(Table content, String key) {
    Object value = content.get(key);
    if (content.containsKey(key) && !(value instanceof String)) {
      findings.error(FILE, key + " should be of type string but it's of type " + goType(value));
    }
  }

  private static String goType(Object value) {
    if (value == null) {
      return "<nil>";
    } else if (value instanceof Boolean) {
      return "bool";
    } else if (value instanceof Table) {
      return "map[string]interface {}";
    }
    return value instanceof Sequence ? "[]interface {}" : "float64";
  }

  private void version(String text) {
    if (text.isEmpty()) {
      findings.error(FILE, "version is required");
      return;
    }
    try {
      Version version = Version.parse(text);
      if (version.compareTo(Version.parse("0.0.0-0")) <= 0) {
        findings.error(FILE, "version " + Visible.name(text) + " is less than or equal to 0.0.0-0");
      }
    } catch (VersionException e) {
      findings.error(FILE, "version '" + Visible.name(text) + "' is not a valid SemVer");
    }
  }

  /** The first fault is told, like that of an entry that is null. */
  private void maintainers(ChartDescription description) {
    int empty = description.emptyMaintainer();
    List<Maintainer> all = description.metadata().maintainers();
    (empty < 0 ? all : all.subList(0, empty))
        .stream()
            .map(ChartYamlRules::faultOf)
            .filter(Objects::nonNull)
            .findFirst()
            .or(() -> empty < 0 ? Optional.empty() : Optional.of("a maintainer entry is empty"))
            .ifPresent(fault -> findings.error(FILE, fault));
  }

  private static String faultOf(Maintainer maintainer) {
    if (maintainer.name().isEmpty()) {
      return "each maintainer requires a name";
    } else if (!maintainer.email().isEmpty() && !WebAddresses.isEmail(maintainer.email())) {
      return "invalid email '"
          + Visible.name(maintainer.email())
          + "' for maintainer '"
          + Visible.name(maintainer.name())
          + "'";
    } else if (!maintainer.url().isEmpty() && !WebAddresses.isUrl(maintainer.url())) {
      return "invalid url '"
          + Visible.name(maintainer.url())
          + "' for maintainer '"
          + Visible.name(maintainer.name())
          + "'";
    }
    return null;
  }

  private void icon(String icon) {
    if (icon.isEmpty()) {
      findings.info(FILE, "icon is recommended");
    } else if (!WebAddresses.isRequestUrl(icon)) {
      findings.error(FILE, "invalid icon URL '" + Visible.name(icon) + "'");
    }
  }

  private void ofSecondApiVersion(Metadata metadata) {
    String apiVersion = metadata.apiVersion();
    if (apiVersion.equals("v2")) {
      return;
    }
    if (!metadata.type().isEmpty()) {
      findings.error(
          FILE,
          "chart type is not valid in apiVersion '"
              + Visible.name(apiVersion)
              + "'. It is valid in apiVersion 'v2'");
    }
    if (!metadata.dependencies().isEmpty()) {
      findings.error(
          FILE,
          "dependencies are not valid in the Chart file with apiVersion '"
              + Visible.name(apiVersion)
              + "'. They are valid in apiVersion 'v2'");
    }
  }
}
