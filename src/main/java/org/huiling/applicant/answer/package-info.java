/**
 * What is answered about a person and what is sent of one.
 */
@NamedInterface("answer")
@NullMarked
package org.huiling.applicant.answer;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
