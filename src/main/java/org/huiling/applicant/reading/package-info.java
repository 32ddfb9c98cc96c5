/**
 * Reads applicants from the JSON of the HTTP contract: every wrong field and every
 * contradiction at once, and what is odd as a warning.
 */
@NamedInterface("reading")
@NullMarked
package org.huiling.applicant.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
