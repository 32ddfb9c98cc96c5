/**
 * What the data dictionary in force says, with the policies that use it:
 * {@link org.huiling.policy.dictionary.DataDictionary} is what pages see of it.
 */
@NamedInterface("dictionary")
@NullMarked
package org.huiling.policy.dictionary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
