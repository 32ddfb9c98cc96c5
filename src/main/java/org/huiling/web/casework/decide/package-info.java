/**
 * Answers and decisions on pages: the quick check, what is missing, deciding and its
 * effect, notices.
 */
@NullMarked
package org.huiling.web.casework.decide;

import org.jspecify.annotations.NullMarked;
