/**
 * What networknt's validator is told of each draft: which keywords there are, and those that Helm's
 * library understands in its own way.
 */
package dev.pintle.schema.keyword;
