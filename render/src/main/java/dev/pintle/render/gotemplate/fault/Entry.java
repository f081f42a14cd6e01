package dev.pintle.render.gotemplate.fault;

/** How a template came to be called. */
public enum Entry {
  /** As a file of the release. */
  FILE,
  /** By a template of another engine. */
  OTHER_ENGINE,
  /** By {@code {{template}}}; its errors are told without the caller. */
  TEMPLATE,
  /** By the function {@code include}. */
  INCLUDE,
  /** By the function {@code tpl}, as the text given to it. */
  TPL
}
