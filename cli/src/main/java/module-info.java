/** The pintle command. */
module dev.pintle.cli {
  requires dev.pintle.core;
  requires dev.pintle.render;
  requires dev.pintle.schema;
  requires info.picocli;
  requires java.xml;

  opens dev.pintle.cli to
      info.picocli;
}
