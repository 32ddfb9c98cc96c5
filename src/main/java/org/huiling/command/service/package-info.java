/**
 * A running service as a command calls it, and the settings of one that does not run.
 */
@NullMarked
package org.huiling.command.service;

import org.jspecify.annotations.NullMarked;
