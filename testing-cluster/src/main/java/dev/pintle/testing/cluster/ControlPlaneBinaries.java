package dev.pintle.testing.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The programs that a control plane consists of. Immutable.
 *
 * @param etcd the database
 * @param apiServer the API server
 * @param controllerManager the controllers; empty where only the first two could be had
 */
public record ControlPlaneBinaries(Path etcd, Path apiServer, Optional<Path> controllerManager) {

  /** The environment variable that names the directory with the programs. */
  public static final String VARIABLE = "PINTLE_CONTROL_PLANE";

  /** What to do where {@link #find()} finds nothing, in words for the console. */
  public static final String HOW_TO_GET_THEM =
      "put etcd, kube-apiserver and kube-controller-manager into the directory that "
          + VARIABLE
          + " names, or into ~/.cache/pintle/control-plane; with access to the internet"
          + " fabric8's kube-api-test fetches the first two by itself";

  /**
   * Looks for the programs: in the directory that {@value #VARIABLE} names, and in no other if it
   * is set; else in {@code pintle/control-plane} of the user's cache directory; else where
   * fabric8's kube-api-test keeps or gets them.
   *
   * @return empty if they cannot be had
   */
  public static Optional<ControlPlaneBinaries> find() {
    if (!ServerProcess.SHELL.toFile().canExecute()) {
      return Optional.empty();
    }
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isEmpty()) {
      return in(Path.of(named));
    }
    return in(CacheDirectory.of(System::getenv).resolve("control-plane")).or(FetchedBinaries::find);
  }

  /** The programs in a directory, empty if etcd or the API server is not there. */
  static Optional<ControlPlaneBinaries> in(Path directory) {
    UnaryOperator<Path> program = name -> directory.resolve(name).toAbsolutePath();
    Path etcd = program.apply(Path.of("etcd"));
    Path apiServer = program.apply(Path.of("kube-apiserver"));
    if (!Stream.of(etcd, apiServer).allMatch(Files::isExecutable)) {
      return Optional.empty();
    }
    Optional<Path> controllers =
        Optional.of(program.apply(Path.of("kube-controller-manager"))).filter(Files::isExecutable);
    return Optional.of(new ControlPlaneBinaries(etcd, apiServer, controllers));
  }
}
