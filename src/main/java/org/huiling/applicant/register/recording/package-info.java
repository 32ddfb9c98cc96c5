/**
 * Recording what is learnt about people, held against what is known; merging files and
 * erasing them.
 */
@NullMarked
package org.huiling.applicant.register.recording;

import org.jspecify.annotations.NullMarked;
