/**
 * The contract of appliers: what takes a release to where it is to run, what it answers, and the
 * records of releases.
 */
module dev.pintle.apply {
  requires transitive dev.pintle.core;

  exports dev.pintle.apply;
  exports dev.pintle.apply.compare to
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.testing;
  exports dev.pintle.apply.history;
  exports dev.pintle.apply.history.helm to
      dev.pintle.apply.fabric8,
      dev.pintle.cli;

  uses dev.pintle.apply.ApplierProvider;
}
