package dev.pintle.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.PintleException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendering text takes this module, core and RE2/J alone: tried in a JVM that has no more. */
class FewJarsTest {

  private static final List<String> NEEDED =
      List.of("core", "render", "re2j"); // and the class below, which stands among the tests

  @TempDir Path directory;

  /** What runs in that JVM: renders a chart and prints its text, or the message of what failed. */
  public static final class Main {
    private Main() {}

    /** The argument is the chart. */
    public static void main(String[] arguments) {
      String printed;
      try {
        printed = Pintle.render(Chart.load(Path.of(arguments[0])), r -> r.name("shop")).manifest();
      } catch (PintleException e) {
        printed = e.getMessage();
      }
      System.out.print(printed); // NOPMD: the test reads it
    }
  }

  @Test
  void rendersWithoutTheLibrariesOfOthers() throws Exception {
    assertThat(rendered("a: {{ regexReplaceAll \"b+\" \"abbc\" \"-\" | sha256sum | trunc 8 }}"))
        .isEqualTo("---\n# Source: c/templates/t.yaml\na: 7fe92d8d\n");
  }

  @Test
  void namesTheLibraryThatAFunctionNeeds() throws Exception {
    for (String call :
        List.of(
            "genCA \"c\" 1",
            "genPrivateKey \"rsa\"",
            "genPrivateKey \"ecdsa\"",
            "genSelfSignedCert \"c\" nil nil 1",
            "buildCustomCert \"YQ==\" \"YQ==\"",
            "htpasswd \"a\" \"b\"",
            "derivePassword 1 \"long\" \"p\" \"u\" \"s\"")) {
      assertThat(rendered("a: {{ " + call + " }}"))
          .contains("add the dependency org.bouncycastle:bcpkix-jdk18on");
    }
  }

  private String rendered(String template) throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("c/templates"));
    Files.writeString(
        directory.resolve("c/Chart.yaml"), "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    Files.writeString(directory.resolve("c/templates/t.yaml"), template + "\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Main.class.getName(),
                directory.resolve("c").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static String classPath() {
    String own = Path.of("target", "test-classes").toAbsolutePath().toString();
    List<String> few =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.equals(own) || NEEDED.contains(nameOf(Path.of(entry))))
            .toList();
    assertThat(few).hasSize(NEEDED.size() + 1);
    return few.stream().collect(Collectors.joining(File.pathSeparator));
  }

  /** Of the directory or jar of a module of ours its directory, of a library its name. */
  private static String nameOf(Path entry) {
    Path file = entry.getFileName();
    if (file.toString().startsWith("re2j-")) {
      return "re2j";
    }
    boolean ours = file.toString().equals("classes") || file.toString().startsWith("pintle-");
    return ours && entry.getNameCount() > 2
        ? entry.getName(entry.getNameCount() - 3).toString()
        : file.toString();
  }
}
