/** Values and schemas as Jackson's nodes, with the numbers and the equality that Helm has. */
package dev.pintle.schema.node;
