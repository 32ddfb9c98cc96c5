package org.huiling.policy.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the dictionary are looked for.
 *
 * @param q words that all stand in a path, a name, an alias or a code of an entry, in
 * either language; null or blank for all
 * @param file of this fact file, null or blank for all
 * @param jurisdiction used by versions of this jurisdiction, null or blank for all
 */
public record FactQuery(@Nullable String q, @Nullable String file, @Nullable String jurisdiction) {

	boolean admits(Declared one, List<FactView.UsingVersion> users) {
		return (isNothing(this.file) || one.file().name().equals(this.file))
				&& (isNothing(this.jurisdiction)
						|| users.stream().anyMatch((user) -> user.jurisdiction().equals(this.jurisdiction)))
				&& (this.q == null || Stream.of(this.q.strip().split("\\s+")).allMatch((word) -> isSaid(word, one)));
	}

	private static boolean isNothing(@Nullable String wanted) {
		return wanted == null || wanted.isBlank();
	}

	private static boolean isSaid(String word, Declared one) {
		String wanted = word.toLowerCase(Locale.ROOT);
		return texts(one).anyMatch((text) -> text.toLowerCase(Locale.ROOT).contains(wanted));
	}

	private static Stream<String> texts(Declared one) {
		Naming naming = one.naming();
		Stream<String> names = Stream
			.of(Stream.of(naming.label(), naming.phrase(), naming.not(), naming.alone()).flatMap(FactQuery::both),
					Stream.of(one.path(), naming.header()), naming.aliases().stream())
			.flatMap((each) -> each);
		CodeType codes = one.codes();
		Stream<String> coded = (codes == null) ? Stream.of()
				: Stream.concat(Stream.of(codes.name()),
						codes.values()
							.stream()
							.flatMap((code) -> Stream.concat(
									Stream.of(code.name(), code.label().zh(), code.label().en()),
									code.aliases().stream())));
		Stream<String> values = (one.entry() instanceof Fact fact)
				? fact.names().stream().flatMap((value) -> Stream.concat(both(value.label()), value.aliases().stream()))
				: Stream.of();
		return Stream.of(names, coded, values).flatMap((each) -> each);
	}

	private static Stream<String> both(@Nullable Label label) {
		return (label == null) ? Stream.of() : Stream.of(label.zh(), label.en());
	}

}
