/**
 * What a rule file is made of: its rules as text, the words it may use, the types they
 * have, and conditions and consequences read as their author wrote them.
 */
@NullMarked
package org.huiling.engine.drools.language;

import org.jspecify.annotations.NullMarked;
