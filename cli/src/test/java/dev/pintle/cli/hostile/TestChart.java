package dev.pintle.cli.hostile;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartLoader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A chart that a test makes up and renders within limits. */
final class TestChart {

  static final String CHART_YAML = "apiVersion: v2\nname: c\nversion: 1.0.0\n";

  private static final String GIVEN = "given.yaml";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String name = "r";
  private String set;
  private String given;
  private boolean packed;
  private Path path;

  TestChart() {
    with("Chart.yaml", CHART_YAML);
  }

  TestChart with(String file, String text) {
    return with(file, GoStrings.toBytes(text));
  }

  TestChart with(String file, byte[] content) {
    files.put(file, content);
    return this;
  }

  /** The release's name. */
  TestChart named(String releaseName) {
    this.name = releaseName;
    return this;
  }

  /** A {@code --set} flag of the release. */
  TestChart set(String flag) {
    this.set = flag;
    return this;
  }

  /** The text of a values file of the release. */
  TestChart given(String values) {
    this.given = values;
    return this;
  }

  /** As an archive. */
  TestChart packed() {
    this.packed = true;
    return this;
  }

  TestChart writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (given != null) {
      Files.writeString(directory.resolve(GIVEN), given);
    }
    path = packed ? directory.resolve("c.tgz") : directory;
    if (packed) {
      Files.write(path, archive());
      return this;
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    return this;
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        gzip.write(header("c/" + file.getKey(), file.getValue().length));
        gzip.write(Arrays.copyOf(file.getValue(), file.getValue().length + 511 & ~511));
      }
      gzip.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String name, int size) {
    StringBuilder header = new StringBuilder(name).append("\0".repeat(100 - name.length()));
    header.append("0000644\0").append("0000000\0".repeat(2));
    header.append(String.format("%011o\0", size)).append("00000000000\0");
    header.append("        ").append("0").append("\0".repeat(100)).append("ustar\00000");
    header.append("\0".repeat(512 - header.length()));
    int sum = header.chars().sum();
    header.replace(148, 156, String.format("%06o\0 ", sum));
    return header.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Loads and renders the chart where it was written to. */
  Release render(Limits limits) {
    Chart chart = ChartLoader.with(limits).load(path);
    ReleaseRequest request =
        ReleaseRequest.of(
            builder -> {
              builder.name(name).limits(limits);
              if (set != null) {
                builder.set(set);
              }
              if (given != null) {
                builder.valuesFrom(path.resolve(GIVEN));
              }
            });
    return Pintle.builder().limits(limits).build().render(chart, request);
  }
}
