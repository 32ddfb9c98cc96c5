/**
 * What rules see: the facts about one applicant for one period, exact money, and the
 * small vocabulary of consequences. Plain immutable Java that knows neither Spring nor
 * Drools.
 */
@NullMarked
package org.huiling.facts;

import org.jspecify.annotations.NullMarked;
