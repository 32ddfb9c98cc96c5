/**
 * What lists say of many people, each line as if it were recorded alone: begun files,
 * changes, and what a list would change if it were taken.
 */
@NullMarked
package org.huiling.applicant.register.lists;

import org.jspecify.annotations.NullMarked;
