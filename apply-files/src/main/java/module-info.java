/** Writes releases into a directory or a git working tree, one file per object. */
module dev.pintle.apply.files {
  requires transitive dev.pintle.apply;

  exports dev.pintle.apply.files;

  provides dev.pintle.apply.ApplierProvider with
      dev.pintle.apply.files.FilesApplierProvider;
}
