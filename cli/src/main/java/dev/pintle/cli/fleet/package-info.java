/** {@code fleet}: renders all releases of an environment repository in one process. */
package dev.pintle.cli.fleet;
