package dev.pintle.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedClusterTest {

  @TempDir Path directory;
  private ClusterReader cluster;

  @BeforeEach
  void record() throws IOException {
    Files.createDirectories(directory.resolve("below"));
    Files.writeString(
        directory.resolve("secrets.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: prod}
        data: {password: cHc=}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: prod}
        """);
    Files.writeString(
        directory.resolve("below/list.json"),
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "api", "namespace": "prod"}},
          {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "api", "namespace": "dev"}}]}
        """);
    Files.writeString(directory.resolve("notes.txt"), "not: a manifest");
    cluster = ClusterReader.recorded(directory);
  }

  @Test
  void findsAnObjectByName() {
    Table secret = cluster.lookup("v1", "Secret", "prod", "db");
    assertThat((Table) secret.get("data")).containsEntry("password", "cHc=");
  }

  @Test
  void findsWhatHasNoNamespace() {
    assertThat(cluster.lookup("v1", "Namespace", "", "prod")).containsEntry("kind", "Namespace");
  }

  @Test
  void givesNothingForWhatIsNotThere() {
    assertThat(cluster.lookup("v1", "Secret", "dev", "db")).isEmpty();
    assertThat(cluster.lookup("v2", "Secret", "prod", "db")).isEmpty();
  }

  @Test
  void listsANamespaceOrAll() {
    assertThat(items(cluster.lookup("v1", "Secret", "prod", ""))).hasSize(2);
    assertThat(items(cluster.lookup("v1", "Secret", "", ""))).hasSize(3);
    assertThat(cluster.lookup("v1", "Secret", "", "")).containsEntry("kind", "SecretList");
    assertThat(items(cluster.lookup("v1", "Pod", "", ""))).isEmpty();
  }

  @Test
  void givesEachAskerItsOwnCopy() {
    cluster.lookup("v1", "Secret", "prod", "db").put("kind", "changed");
    assertThat(cluster.lookup("v1", "Secret", "prod", "db")).containsEntry("kind", "Secret");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    assertThatThrownBy(() -> ClusterReader.recorded(directory.resolve("nowhere")))
        .isInstanceOf(PintleException.class)
        .hasMessageContaining("no such file or directory");
  }

  private static Sequence items(Table list) {
    return (Sequence) list.get("items");
  }
}
