package org.huiling.facts.dictionary;

import org.huiling.facts.Subject;
import org.huiling.facts.type.Label;
import org.jspecify.annotations.Nullable;

/**
 * A file of facts that belong together.
 *
 * @param name without its ending, such as {@code residence}
 * @param label what it is called
 * @param owner the jurisdiction that may change it, null if it is everybody's
 * @param subject whom its facts are about
 */
public record FactFile(String name, Label label, @Nullable String owner, Subject subject) {
}
