/** The pintle command. */
module dev.pintle.cli {
  requires dev.pintle.apply.fabric8;
  requires dev.pintle.core;
  requires dev.pintle.render;
  requires dev.pintle.schema;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires java.xml;
  requires kubernetes.client.api;
  requires kubernetes.model.core;

  opens dev.pintle.cli to
      info.picocli;
}
