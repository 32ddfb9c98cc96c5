/**
 * What is on file about people, as it is kept: records over time, identities sealed,
 * keyed hashes by which people are found.
 */
@NullMarked
package org.huiling.applicant.register.store;

import org.jspecify.annotations.NullMarked;
