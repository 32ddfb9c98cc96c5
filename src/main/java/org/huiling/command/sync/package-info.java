/**
 * {@code sync}: brings versions, standards and fact files of a directory to a running
 * service.
 */
@NullMarked
package org.huiling.command.sync;

import org.jspecify.annotations.NullMarked;
