/**
 * Unit tests for charts: {@link dev.pintle.testing.ChartTest} renders a chart for each test, {@link
 * dev.pintle.testing.PintleAssertions} looks at what came out.
 */
package dev.pintle.testing;
