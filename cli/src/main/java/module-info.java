/** The pintle command. */
module dev.pintle.cli {
  requires dev.pintle.apply;
  requires dev.pintle.apply.fabric8;
  requires dev.pintle.core;
  requires dev.pintle.handlebars;
  requires dev.pintle.render;
  requires dev.pintle.schema;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires java.xml;
  requires kubernetes.client.api;
  requires kubernetes.model.core;

  // Those that hold commands or flags; they are made and filled by reflection.
  opens dev.pintle.cli to
      info.picocli;
  opens dev.pintle.cli.cluster to
      info.picocli;
  opens dev.pintle.cli.diff to
      info.picocli;
  opens dev.pintle.cli.flag to
      info.picocli;
  opens dev.pintle.cli.fleet to
      info.picocli;
  opens dev.pintle.cli.lint to
      info.picocli;
  opens dev.pintle.cli.release to
      info.picocli;
  opens dev.pintle.cli.render to
      info.picocli;
  opens dev.pintle.cli.report to
      info.picocli;
  opens dev.pintle.cli.rollout to
      info.picocli;
}
