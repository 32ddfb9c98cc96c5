package org.huiling.engine.drools.reading;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.PolicyHeader;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;

/**
 * Derived facts whose first definition counts from a day after a version begins: until
 * then there would be none of it, and whoever is asked for it would be refused.
 */
public final class LaterDefinitions {

	private LaterDefinitions() {
	}

	public static void refuse(PolicyHeader header, Set<String> words, Dictionary dictionary, Problems problems) {
		LocalDate begin = header.effectiveFrom();
		FactSources.of(dictionary, words)
			.stream()
			.map(dictionary::derived)
			.filter(Objects::nonNull)
			.filter((derived) -> !derived.isCore() && derived.is().firstKey().isAfter(begin))
			.forEach((derived) -> refuse(derived, begin, problems));
	}

	private static void refuse(Derived derived, LocalDate begin, Problems problems) {
		LocalDate first = derived.is().firstKey();
		problems.newlyRefused(FilePlace.of(HeaderReader.FILE), "DEFINED_LATER",
				"%s 从 %s 起才有定义，这个版本 %s 就施行，其间会当作没有；请在事实文件里补上更早的定义（定义不按日期的，直接写 is），或者推迟施行".formatted(derived.path(),
						first, begin),
				("%s is defined from %s on only and the version begins on %s: until then there would be none of it;"
						+ " add an earlier definition to the fact file (one that counts always is written as is alone),"
						+ " or let the version begin later")
					.formatted(derived.path(), first, begin));
	}

}
