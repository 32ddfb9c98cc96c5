/**
 * 申请人档案: reads what is known about a person, refuses what is wrong or contradicts itself
 * field by field, and knows the resident id.
 */
@ApplicationModule(displayName = "Applicant", allowedDependencies = { "facts", "input", "problem" })
@NullMarked
package org.huiling.applicant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
