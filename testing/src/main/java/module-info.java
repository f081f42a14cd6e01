/** Unit tests for charts, and the contracts that engines keep. */
module dev.pintle.testing {
  requires org.junit.platform.commons;
  requires transitive dev.pintle.apply;
  requires transitive dev.pintle.core;
  requires transitive dev.pintle.render;
  requires transitive dev.pintle.typed;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports dev.pintle.testing;
  exports dev.pintle.testing.apply;
  exports dev.pintle.testing.engine;
}
