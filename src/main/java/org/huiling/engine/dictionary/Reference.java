package org.huiling.engine.dictionary;

import java.util.Set;

import org.huiling.engine.source.Place;
import org.huiling.facts.dictionary.FactType;

/**
 * A path that one declaration names and another must declare.
 *
 * @param path the path
 * @param types what kind of fact it must be; empty if any will do
 * @param place where it is named
 */
record Reference(String path, Set<FactType> types, Place place) {
}
