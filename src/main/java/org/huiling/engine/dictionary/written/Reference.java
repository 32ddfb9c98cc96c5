package org.huiling.engine.dictionary.written;

import java.util.Set;

import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.facts.type.FactType;

/**
 * A path that one declaration names and another must declare.
 *
 * @param path the path
 * @param types what kind of fact it must be; empty if any will do
 * @param place where it is named
 */
public record Reference(String path, Set<FactType> types, FilePlace place) {
}
