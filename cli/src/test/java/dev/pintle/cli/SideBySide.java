package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the same command line to Pintle and to the real Helm, on one namespace of one server.
 *
 * @param namespace where both work
 */
record SideBySide(ControlPlane plane, RealHelm helm, String namespace) {

  /**
   * Exit status and both outputs, without what differs from run to run: times, and ages at the ends
   * of lines.
   */
  record Said(int status, String out, String err) {

    private static String timeless(String text) {
      // Errors are logged by Helm before they are printed; see docs/compatibility.md.
      return text.replaceAll("(?m)^level=ERROR .*\\R", "")
          .replaceAll("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}", "TIME")
          .replaceAll(
              "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?( \\+0000 UTC|Z)? *", "TIME ")
          .replaceAll("(?m)(?<= )\\d+[smh](\\d+[sm])?$", "AGE");
    }

    private static Said of(int status, String out, String err) {
      return new Said(status, timeless(out), timeless(err));
    }

    /** The same of a release of another name. */
    Said renamed(String from, String to) {
      return new Said(status, out.replace(from, to), err.replace(from, to));
    }
  }

  private List<String> line(String[] arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    return line;
  }

  /** What Pintle says. */
  Said ours(String... arguments) {
    List<String> line = line(arguments);
    line.add("--kubeconfig=" + plane.kubeconfig());
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    return Said.of(run.status(), run.out(), run.err());
  }

  /** What Helm says. */
  Said helms(String... arguments) {
    RealHelm.Run run = helm.run(plane, line(arguments).toArray(String[]::new));
    return Said.of(run.status(), run.out(), run.err());
  }

  /**
   * Asks both to do the same, each with a release of its own, and expects the same words. The name
   * stands second in the line, where it is replaced.
   */
  void sameChange(String... arguments) {
    Said ours = ours(with("ours", arguments));
    assertThat(ours.renamed("ours", "them")).isEqualTo(helms(with("them", arguments)));
  }

  /** Asks both about the same releases, and expects the same words. */
  void sameView(String... arguments) {
    assertThat(ours(arguments)).as(String.join(" ", arguments)).isEqualTo(helms(arguments));
  }

  /** A command line with another release's name. */
  static String[] with(String name, String... arguments) {
    String[] all = arguments.clone();
    all[1] = name;
    return all;
  }
}
