/** Schemas made ready for the validator. */
package dev.pintle.schema.compile;
