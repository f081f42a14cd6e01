/**
 * The values that a user gives: values files and the {@code --set} family of flags, with Helm's
 * syntax and Helm's order of merging.
 */
package dev.pintle.values.input;
