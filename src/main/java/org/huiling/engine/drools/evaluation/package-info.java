/**
 * What a version's rules give for one person: by a plan, by a walk that knows unknown
 * facts and reasons, by a Drools session; all come to the same.
 */
@NullMarked
package org.huiling.engine.drools.evaluation;

import org.jspecify.annotations.NullMarked;
