/**
 * The case worker's pages: quick check, people, decisions, import.
 */
@NullMarked
package org.huiling.web.casework;

import org.jspecify.annotations.NullMarked;
