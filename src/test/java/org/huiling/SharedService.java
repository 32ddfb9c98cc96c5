package org.huiling;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link HuilingTest} whose service serves other such classes with the same settings,
 * too, one after the other. Before each of them database and memory are put back to what
 * they were when the service had started: no class sees what another did. It is for
 * classes that ask the service what it does, not for those that look at how it starts or
 * ends, at what it counts for its operators, or have settings of their own. With it goes
 * {@link HuilingTest} as it is or with {@code huiling.rules-import=ALWAYS}, and the
 * import of {@code TestCallers}: anything else makes one more service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SharedService {

}
