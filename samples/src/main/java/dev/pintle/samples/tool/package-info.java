/** Rendering inside a Java tool. */
package dev.pintle.samples.tool;
