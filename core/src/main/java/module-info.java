/**
 * Charts, values, YAML and JSON in Go's dialect, releases, diagnostics, and the interfaces others
 * plug into.
 */
module dev.pintle.core {
  requires re2j;

  exports dev.pintle.chart;
  exports dev.pintle.diagnostic;
  exports dev.pintle.file;
  exports dev.pintle.json;
  exports dev.pintle.limit;
  exports dev.pintle.net;
  exports dev.pintle.regex;
  exports dev.pintle.release;
  exports dev.pintle.template;
  exports dev.pintle.time;
  exports dev.pintle.validate;
  exports dev.pintle.values;
  exports dev.pintle.values.input;
  exports dev.pintle.version;
  exports dev.pintle.yaml;

  uses dev.pintle.release.ObjectBinder;
}
