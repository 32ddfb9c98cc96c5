/**
 * Who somebody is: resident ids, names, file numbers, accounts and birth dates, in their
 * forms, with their check digits and what may be wrong with them.
 */
@NamedInterface("identity")
@NullMarked
package org.huiling.applicant.identity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
