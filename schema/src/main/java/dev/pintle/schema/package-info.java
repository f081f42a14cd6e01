/** Values checked against {@code values.schema.json}, with Helm's verdicts in Helm's words. */
package dev.pintle.schema;
