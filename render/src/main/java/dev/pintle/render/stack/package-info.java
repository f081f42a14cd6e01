/** Room for templates that call each other deeply. */
package dev.pintle.render.stack;
