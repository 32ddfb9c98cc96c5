/**
 * 备注: what case workers note on somebody's file.
 */
@NullMarked
package org.huiling.applicant.register.notes;

import org.jspecify.annotations.NullMarked;
