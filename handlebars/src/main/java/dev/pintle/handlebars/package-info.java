/**
 * Templates in Handlebars, by Handlebars.java, over the values and with the functions that Go
 * templates have. What a chart's author has to know is in docs/handlebars.md.
 */
package dev.pintle.handlebars;
