package dev.pintle.chart;

import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.values.Table;
import dev.pintle.values.input.ValuesText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a chart of its files: tells by their paths what each is, reads those that say something
 * about the chart, and makes charts of what is in {@code charts/}.
 */
final class ChartAssembly {

  private static final String CHARTS = "charts/";

  private final String prefix;
  private final LoadBudget budget;
  private final int depth;
  private final MetadataDraft metadata;
  private ChartYaml.Content description;
  private boolean hasMetadata;
  private Lock lock;
  private Table values = new Table();
  private byte[] schema;
  private final List<ChartFile> templates = new ArrayList<>();
  private final List<ChartFile> otherFiles = new ArrayList<>();
  private final Map<String, List<ChartFile>> subchartFiles = new LinkedHashMap<>();

  private ChartAssembly(String prefix, LoadBudget budget, int depth) {
    this.prefix = prefix;
    this.budget = budget;
    this.depth = depth;
    this.metadata = new MetadataDraft(prefix + "Chart.yaml");
  }

  /**
   * Makes the outermost chart.
   *
   * @param description what was read of its {@code Chart.yaml} already
   */
  static Chart assemble(List<ChartFile> files, ChartYaml.Content description, LoadBudget budget) {
    ChartAssembly assembly = new ChartAssembly("", budget, 1);
    assembly.description = description;
    return assembly.chart(files);
  }

  private Chart chart(List<ChartFile> files) {
    budget.checkDepth(depth);
    for (ChartFile file : files) {
      if (file.name().equals("Chart.yaml")) {
        readMetadata(file);
        metadata.assumeFirstApiVersion();
      }
    }
    files.forEach(this::sort);
    if (!hasMetadata) {
      throw new ChartFileException(prefix + "Chart.yaml", 0, "Chart.yaml file is missing");
    }
    validateMetadata(files);
    List<Chart> subcharts = subcharts();
    return new Chart(
        metadata.toMetadata(),
        Optional.ofNullable(lock),
        values,
        Optional.ofNullable(schema),
        templates,
        otherFiles,
        subcharts);
  }

  private void validateMetadata(List<ChartFile> files) {
    try {
      metadata.validate();
    } catch (ChartFileException e) {
      ChartFileException shown = e;
      for (ChartFile file : files) {
        if (file.name().equals("Chart.yaml")) {
          shown = e.withSourceFrom(file.text());
        }
      }
      throw shown;
    }
  }

  private void sort(ChartFile file) {
    String name = file.name();
    switch (name) {
      case "Chart.yaml" -> {
        // Read before all others, wherever it stands.
      }
      case "Chart.lock" -> lock = readLock(file);
      case "values.yaml" -> values = readValues(file);
      case "values.schema.json" -> schema = file.data();
      case "requirements.yaml" -> {
        readMetadata(file);
        keepIfFirstApiVersion(file);
      }
      case "requirements.lock" -> {
        lock = readLock(file);
        hasMetadata = true;
        keepIfFirstApiVersion(file);
      }
      default -> {
        if (name.startsWith("templates/")) {
          templates.add(file);
        } else if (name.startsWith(CHARTS) && !name.endsWith(".prov")) {
          addToSubchart(file);
        } else {
          otherFiles.add(file);
        }
      }
    }
  }

  private void keepIfFirstApiVersion(ChartFile file) {
    if (metadata.isFirstApiVersion()) {
      otherFiles.add(file);
    }
  }

  private void addToSubchart(ChartFile file) {
    String inCharts = file.name().substring(CHARTS.length());
    int slash = inCharts.indexOf('/');
    String directory = slash < 0 ? inCharts : inCharts.substring(0, slash);
    subchartFiles
        .computeIfAbsent(directory, unused -> new ArrayList<>())
        .add(new ChartFile(inCharts, file.data()));
  }

  private List<Chart> subcharts() {
    List<Chart> charts = new ArrayList<>();
    subchartFiles.forEach(
        (name, files) -> {
          if (!name.startsWith("_") && !name.startsWith(".")) {
            charts.add(subchart(name, files));
          }
        });
    return charts;
  }

  private Chart subchart(String name, List<ChartFile> files) {
    boolean archive = name.endsWith(".tgz");
    if (archive && !files.get(0).name().equals(name)) {
      throw new ChartFileException(
          prefix + CHARTS + name,
          0,
          "error unpacking subchart tar in "
              + metadata.name()
              + ": expected "
              + Visible.name(name)
              + ", got "
              + Visible.name(files.get(0).name()));
    }
    String path = prefix + CHARTS + name;
    try {
      List<ChartFile> content =
          archive ? ChartArchive.read(files.get(0).data(), path, budget) : inDirectory(files);
      return new ChartAssembly(path + "/", budget, depth + 1).chart(content);
    } catch (ChartFileException e) {
      throw e.withMessage(
          "error unpacking subchart "
              + Visible.name(name)
              + " in "
              + metadata.name()
              + ": "
              + e.getMessage());
    }
  }

  /**
   * The files without the chart's own directory; a file that lies beside such directories is none.
   */
  private static List<ChartFile> inDirectory(List<ChartFile> files) {
    List<ChartFile> content = new ArrayList<>();
    for (ChartFile file : files) {
      int slash = file.name().indexOf('/');
      if (slash >= 0) {
        content.add(new ChartFile(file.name().substring(slash + 1), file.data()));
      }
    }
    return content;
  }

  private void readMetadata(ChartFile file) {
    hasMetadata = true;
    ChartYaml.decode(content(file), "v2.Metadata", metadata::read);
  }

  private ChartYaml.Content content(ChartFile file) {
    boolean read =
        description != null
            && description.file().name().equals(file.name())
            && Arrays.equals(description.file().data(), file.data());
    return read ? description : ChartYaml.read(file, prefix + file.name(), budget.steps());
  }

  private Lock readLock(ChartFile file) {
    LockDraft draft = new LockDraft();
    ChartYaml.decode(
        ChartYaml.read(file, prefix + file.name(), budget.steps()), "v2.Lock", draft::read);
    return draft.toLock();
  }

  private Table readValues(ChartFile file) {
    try {
      return ValuesText.read(file.data(), prefix + file.name(), budget.steps());
    } catch (YamlException e) {
      throw ChartFileException.of(
          "cannot load values.yaml: " + e.getMessage(), e.diagnostics().get(0));
    }
  }
}
