/**
 * Finding and reading people: who may see whom, what stays masked, and that every reading
 * is noted.
 */
@NullMarked
package org.huiling.applicant.register.lookup;

import org.jspecify.annotations.NullMarked;
