package dev.pintle.apply.files;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ObjectRef;
import dev.pintle.testing.apply.ApplierContract;
import dev.pintle.values.Table;
import dev.pintle.yaml.ReadOptions;
import dev.pintle.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class FilesApplierContractTest extends ApplierContract {

  @TempDir private Path root;

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
    Path file =
        root.resolve("prod/web")
            .resolve(object.kind().toLowerCase(Locale.ROOT) + "." + object.name() + ".yaml");
    try {
      return Files.exists(file)
          ? Optional.of(YamlReader.readMap(Files.readString(file), ReadOptions.defaults()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
