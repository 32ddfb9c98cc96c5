package org.huiling.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.huiling.HuilingTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the pages as people see them: in a headless Chromium, over the whole service
 * with the shipped rules. All such tests share one service, one database and one browser;
 * a test's method takes a {@link Browser}. Where Chromium or its driver is not on the
 * {@code PATH} they are skipped, unless {@code CI} is {@code true}: then they fail. A
 * browser sees the same under every JDK: {@code -Dhuiling.test.browser=false} leaves them
 * out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
