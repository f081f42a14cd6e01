/** The CI job of an environment repository. */
package dev.pintle.samples.environments;
