/** Compares objects field by field, for plans and drift; no applier and no target is known here. */
package dev.pintle.apply.compare;
