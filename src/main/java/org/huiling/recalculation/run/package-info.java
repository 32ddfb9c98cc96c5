/**
 * A run at work: whom it reviews, slice by slice, how far it is, and going on with one
 * that broke off.
 */
@NullMarked
package org.huiling.recalculation.run;

import org.jspecify.annotations.NullMarked;
