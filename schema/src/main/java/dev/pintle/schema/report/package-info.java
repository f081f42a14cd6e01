/**
 * From the errors that the validator found to the tree, the text and the order that Helm prints.
 */
package dev.pintle.schema.report;
