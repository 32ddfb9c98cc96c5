/**
 * {@code check}: judges version directories and standards.
 */
@NullMarked
package org.huiling.command.check;

import org.jspecify.annotations.NullMarked;
