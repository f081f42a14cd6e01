package dev.pintle.apply.fabric8;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A chart made of a few texts. */
final class TestChart {

  private final Map<String, String> files = new LinkedHashMap<>();

  TestChart() {
    files.put("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\nappVersion: \"2\"\n");
  }

  /** With a template. */
  TestChart template(String name, String text) {
    files.put("templates/" + name, text);
    return this;
  }

  /** With any file. */
  TestChart file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** With a ConfigMap. */
  TestChart configMap(String name, String value) {
    return template(
        name + ".yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: %s
        data:
          value: "%s"
        """
            .formatted(name, value));
  }

  Chart load() {
    try {
      Path directory = Files.createTempDirectory("chart");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return Chart.load(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Release render(String namespace) {
    return render(namespace, request -> {});
  }

  Release render(String namespace, Consumer<ReleaseRequest.Builder> more) {
    return Pintle.render(
        load(),
        request -> {
          request.name("web").namespace(namespace);
          more.accept(request);
        });
  }
}
