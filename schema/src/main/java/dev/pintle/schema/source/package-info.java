/** Schema documents: read, checked, their identifiers, anchors and references resolved. */
package dev.pintle.schema.source;
