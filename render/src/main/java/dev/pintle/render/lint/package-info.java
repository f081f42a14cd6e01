/** Charts looked at for faults, as {@code helm lint} does it. */
package dev.pintle.render.lint;
