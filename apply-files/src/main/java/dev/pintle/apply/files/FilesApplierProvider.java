package dev.pintle.apply.files;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplierProvider;
import java.nio.file.Path;

/** Opens appliers that write into a directory: {@code files:DIRECTORY}. */
public final class FilesApplierProvider implements ApplierProvider {

  @Override
  public String scheme() {
    return "files";
  }

  @Override
  public Applier open(String directory) {
    return new FilesApplier(Path.of(directory));
  }
}
