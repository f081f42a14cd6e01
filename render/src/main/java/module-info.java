/**
 * The Go template engine with Sprig's and Helm's functions, and the rendering of a chart into a
 * release.
 */
module dev.pintle.render {
  requires transitive dev.pintle.core;
  requires re2j;
  requires static org.bouncycastle.pkix;
  requires static org.bouncycastle.provider;
  requires static org.bouncycastle.util;

  exports dev.pintle.render;
  exports dev.pintle.render.function to
      dev.pintle.cli,
      dev.pintle.handlebars;
  exports dev.pintle.render.function.date to
      dev.pintle.cli;
  exports dev.pintle.render.function.standard to
      dev.pintle.cli,
      dev.pintle.handlebars,
      dev.pintle.testing;
  exports dev.pintle.render.gotemplate to
      dev.pintle.cli,
      dev.pintle.testing;
  exports dev.pintle.render.lint;
  exports dev.pintle.render.stack to
      dev.pintle.handlebars;

  uses dev.pintle.template.TemplateEngine;
  uses dev.pintle.validate.ValuesValidator;
}
