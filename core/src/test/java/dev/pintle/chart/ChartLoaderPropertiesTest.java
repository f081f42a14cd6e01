package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is in an archive: a chart comes out of it, or one kind of exception. */
class ChartLoaderPropertiesTest {

  private static void loadOrRefuse(byte[] archive) {
    try {
      assertThat(ChartLoader.standard().loadArchive(archive, "x.tgz")).isNotNull();
    } catch (PintleException e) {
      assertThat(e).hasMessageMatching("(?s).+");
      assertThat(e.diagnostics()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> yaml() {
    return Arbitraries.of(
            "name: a\n",
            "version: 1\n",
            "version: 1.x\n",
            "apiVersion: v2\n",
            "dependencies:\n",
            "- name: b\n",
            "  alias: c\n",
            "- ~\n",
            "[",
            "{",
            "]",
            ": ",
            "~",
            "\t",
            "type: library\n",
            "maintainers: [1]\n",
            "&a ",
            "*a ",
            "<<: ",
            "!!binary x",
            "'",
            "\"\\x",
            "\u0000",
            "é",
            "---\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void filesOfAnyContentAreTakenOrRefused(
      @ForAll("yaml") String description,
      @ForAll("yaml") String values,
      @ForAll("yaml") String lock) {
    loadOrRefuse(
        new TarArchive()
            .with("a/Chart.yaml", description)
            .with("a/values.yaml", values)
            .with("a/requirements.yaml", lock)
            .with("a/Chart.lock", lock)
            .packed());
  }

  @Property
  void filesOfAnyBytesAreTakenOrRefused(@ForAll byte[] description, @ForAll byte[] subchart) {
    loadOrRefuse(new TarArchive().with("a/Chart.yaml", description).packed());
    loadOrRefuse(TarArchive.ofChart().with("app/charts/b.tgz", subchart).packed());
  }

  @Property
  void damagedArchivesAreTakenOrRefused(
      @ForAll @IntRange(max = 2047) int at,
      @ForAll byte replacement,
      @ForAll @IntRange(max = 3000) int length) {
    byte[] tar = TarArchive.ofChart().with("app/values.yaml", "a: 1").unfinished();
    tar[at % tar.length] = replacement;
    loadOrRefuse(TarArchive.gzip(java.util.Arrays.copyOf(tar, length)));
    byte[] packed = TarArchive.ofChart().packed();
    packed[at % packed.length] = replacement;
    loadOrRefuse(packed);
  }

  @Property
  void entriesOfAnyNameStayInTheChart(@ForAll("names") String name) {
    byte[] archive = TarArchive.ofChart().with(name, "x").packed();
    try {
      for (ChartFile file :
          ChartArchive.read(archive, "x.tgz", new LoadBudget(Limits.defaults()))) {
        assertThat(file.name()).doesNotStartWith("/").doesNotStartWith("..").doesNotContain("/../");
      }
    } catch (ChartFileException e) {
      assertThat(e.getMessage()).startsWith("chart ");
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "..", ".", "/", "\\", "C:", "Chart.yaml", "templates", "é", " ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .filter(name -> name.getBytes(StandardCharsets.UTF_8).length < 100);
  }
}
