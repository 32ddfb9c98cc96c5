/**
 * The work list's pages: tasks, lists to be cross-checked, public lists.
 */
@NullMarked
package org.huiling.web.casework.task;

import org.jspecify.annotations.NullMarked;
