package dev.pintle.apply.files;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ObjectRef;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.testing.apply.ApplierContract;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FilesApplierContractTest extends ApplierContract {

  @TempDir private Path root;
  private GitTree git;

  @BeforeEach
  void makeRepository() {
    git = GitTree.in(root);
  }

  @Override
  protected Applier open() {
    return new FilesApplier(root);
  }

  @Override
  protected String namespace() {
    return "prod";
  }

  @Override
  protected Optional<Table> live(ObjectRef object) {
    Path file = file(object);
    try {
      return Files.exists(file)
          ? Optional.of(YamlReader.readMap(Files.readString(file), ReadOptions.defaults()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(ObjectRef object) {
    return root.resolve("prod/web")
        .resolve(object.kind().toLowerCase(Locale.ROOT) + "." + object.name() + ".yaml");
  }

  /** As somebody does who commits what was written, and then has it otherwise. */
  @Override
  protected void edit(ObjectRef object, Map<String, String> data) {
    git.commit("Release", "the release");
    Table changed = live(object).orElseThrow();
    Table entries = (Table) changed.get("data");
    entries.putAll(data);
    try {
      Files.writeString(file(object), YamlWriter.write(changed));
    } catch (IOException | YamlWriteException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void remove(ObjectRef object) {
    git.commit("Release", "what there is");
    try {
      Files.delete(file(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
