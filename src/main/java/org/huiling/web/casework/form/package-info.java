/**
 * Forms of facts: their fields by the dictionary, what is asked when, what was typed and
 * how it is shown.
 */
@NullMarked
package org.huiling.web.casework.form;

import org.jspecify.annotations.NullMarked;
