/** A second template engine: Handlebars, with the functions of Go templates as helpers. */
module dev.pintle.handlebars {
  requires com.github.jknack.handlebars;
  requires transitive dev.pintle.render;

  exports dev.pintle.handlebars;
}
