package org.huiling.engine.dictionary.written;

import java.time.LocalDate;
import java.util.NavigableMap;

import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/**
 * A derived fact as it is written.
 *
 * @param path its path
 * @param naming what it is called
 * @param is its definitions by the first day on which they count
 * @param unit the unit it says it has, null if that follows
 * @param type its type where Java works it out, null where that follows
 * @param place where it is declared
 */
public record Definition(String path, Naming naming, NavigableMap<LocalDate, Written> is, @Nullable String unit,
		@Nullable ValueType type, FilePlace place) {
}
