/**
 * People in memory, packed: for those who assess everybody again and again. Nothing of it
 * is ever written anywhere, and all of it can be lost at any time.
 */
@NullMarked
package org.huiling.applicant.register.memory;

import org.jspecify.annotations.NullMarked;
