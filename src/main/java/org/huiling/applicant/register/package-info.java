/**
 * 申请人档案库: people over time. What was learnt about them, from when on it holds and when it
 * was recorded; who may see it.
 */
@NullMarked
package org.huiling.applicant.register;

import org.jspecify.annotations.NullMarked;
