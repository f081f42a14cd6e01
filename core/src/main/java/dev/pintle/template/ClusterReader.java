package dev.pintle.template;

import dev.pintle.values.Table;
import java.nio.file.Path;

/** Answers the {@code lookup} function. Safe for use by several threads. */
@FunctionalInterface
public interface ClusterReader {

  /**
   * Gives an object, or a list of objects if the name is empty, as Kubernetes' JSON; an empty table
   * if there is none.
   *
   * @param namespace empty for all namespaces, or for kinds that have none
   */
  Table lookup(String apiVersion, String kind, String namespace, String name);

  /** What {@code helm template} answers without a cluster: nothing. */
  static ClusterReader none() {
    return (apiVersion, kind, namespace, name) -> new Table();
  }

  /**
   * Answers from the YAML and JSON files of a directory and of those below it, such as {@code
   * kubectl get -o yaml} writes them; lists are taken apart. The files are read now.
   *
   * @throws dev.pintle.diagnostic.PintleException if one cannot be read
   */
  static ClusterReader recorded(Path directory) {
    return new RecordedCluster(directory);
  }
}
