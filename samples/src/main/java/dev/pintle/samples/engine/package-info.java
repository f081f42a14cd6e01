/** A template language of one's own. */
package dev.pintle.samples.engine;
