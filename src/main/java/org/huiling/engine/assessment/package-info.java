/**
 * One applicant before the policies of a jurisdiction: results of each version, late
 * application, stacking, reasons.
 */
@NullMarked
package org.huiling.engine.assessment;

import org.jspecify.annotations.NullMarked;
