/**
 * Charts, values, releases, diagnostics, and the interfaces others plug into. Below them stands
 * Go's library in Java ({@code dev.pintle.go}), which Pintle's own modules use: docs/go.md.
 */
module dev.pintle.core {
  requires re2j;

  exports dev.pintle.chart;
  exports dev.pintle.diagnostic;
  exports dev.pintle.diagnostic.wording to
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.handlebars,
      dev.pintle.render,
      dev.pintle.schema,
      dev.pintle.typed;
  exports dev.pintle.file to
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.schema;
  exports dev.pintle.go.encoding to
      dev.pintle.cli,
      dev.pintle.render;
  exports dev.pintle.go.fmt to
      dev.pintle.handlebars,
      dev.pintle.render;
  exports dev.pintle.go.gzip to
      dev.pintle.apply;
  exports dev.pintle.go.json to
      dev.pintle.apply,
      dev.pintle.apply.fabric8,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema,
      dev.pintle.typed;
  exports dev.pintle.go.net to
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.go.regexp to
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.handlebars,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.go.semver to
      dev.pintle.render;
  exports dev.pintle.go.strconv to
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.go.strings to
      dev.pintle.apply,
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.go.time to
      dev.pintle.apply.fabric8,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.go.toml to
      dev.pintle.render;
  exports dev.pintle.go.yaml to
      dev.pintle.apply,
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.limit;
  exports dev.pintle.release;
  exports dev.pintle.release.manifest to
      dev.pintle.apply,
      dev.pintle.apply.fabric8,
      dev.pintle.apply.files,
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.schema;
  exports dev.pintle.template;
  exports dev.pintle.validate;
  exports dev.pintle.values;
  exports dev.pintle.values.input to
      dev.pintle.cli,
      dev.pintle.render,
      dev.pintle.testing;

  uses dev.pintle.release.ObjectBinder;
}
