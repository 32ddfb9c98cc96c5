/**
 * The auditor's pages: the trail, and the proof that it is whole.
 */
@NullMarked
package org.huiling.web.audit;

import org.jspecify.annotations.NullMarked;
