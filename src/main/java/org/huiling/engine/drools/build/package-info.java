/**
 * Compiles a version: facades of the words it uses, Drools' executable model, the guard
 * that passes the classes before any is loaded, and under what they are kept.
 */
@NullMarked
package org.huiling.engine.drools.build;

import org.jspecify.annotations.NullMarked;
