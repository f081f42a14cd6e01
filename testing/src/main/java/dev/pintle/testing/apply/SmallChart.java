package dev.pintle.testing.apply;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A chart of a few lines, for tests of appliers: named {@code web}, as its releases are, in version
 * 1.2.3.
 */
public final class SmallChart {

  private final Map<String, String> files = new LinkedHashMap<>();

  /** A chart without templates. */
  public SmallChart() {
    files.put("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.3\n");
  }

  /** With a file. */
  public SmallChart file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** With a template. */
  public SmallChart template(String name, String text) {
    return file("templates/" + name, text);
  }

  /** With a ConfigMap that has one entry, {@code value}, in its sixth line. */
  public SmallChart configMap(String name, String value) {
    return add(name, "", value);
  }

  /** A ConfigMap that asks to be kept. */
  public SmallChart kept(String name) {
    return add(name, "  annotations: {helm.sh/resource-policy: keep}\n", "kept");
  }

  private SmallChart add(String name, String metadata, String value) {
    return template(
        name + ".yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "
            + name
            + "\n"
            + metadata
            + "data:\n  value: \""
            + value
            + "\"\n");
  }

  /** Renders it for a namespace. */
  public Release render(String namespace) {
    return render(namespace, request -> {});
  }

  /** Renders it for a namespace, and for what else the request says. */
  public Release render(String namespace, Consumer<ReleaseRequest.Builder> more) {
    return Pintle.render(
        load(),
        request -> {
          request.name("web").namespace(namespace);
          more.accept(request);
        });
  }

  /** Writes it into a directory, for those who read charts themselves. */
  public void writeTo(Path directory) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Chart load() {
    try {
      Path directory = Files.createTempDirectory("small-chart");
      try {
        writeTo(directory);
        return Chart.load(directory);
      } finally {
        try (Stream<Path> all = Files.walk(directory)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
