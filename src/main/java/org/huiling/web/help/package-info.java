/**
 * Help: a page for each desk, its day step by step, with a way from each page to the step
 * that it belongs to.
 */
@NullMarked
package org.huiling.web.help;

import org.jspecify.annotations.NullMarked;
