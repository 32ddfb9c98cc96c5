/**
 * {@code assess}: answers for a list of people, with neither service nor database.
 */
@NullMarked
package org.huiling.command.assess;

import org.jspecify.annotations.NullMarked;
