package dev.pintle.render;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.assemble.ManifestException;

/**
 * A chart with good values could not be rendered: it is not made for that Kubernetes version, a
 * template failed, or what it rendered is no manifest.
 */
public final class RenderException extends PintleException {

  private static final long serialVersionUID = 1L;

  RenderException(PintleException cause) {
    super(cause.getMessage(), cause.diagnostics(), cause);
    addEarlierWarnings(cause.warnings());
  }

  /** What was rendered before that, for looking at; empty if nothing was. */
  public String rendered() {
    return getCause() instanceof ManifestException manifest ? manifest.rendered() : "";
  }
}
