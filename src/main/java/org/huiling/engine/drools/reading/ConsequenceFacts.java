package org.huiling.engine.drools.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Members;
import org.huiling.engine.drools.language.Operand;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What a consequence reads of the facts that its rule has bound, such as
 * {@code $claim.getOwnPayment()}.
 */
final class ConsequenceFacts {

	private static final Pattern READ = Pattern.compile("(\\$[$\\p{L}\\w]*)((?:\\s*\\.\\s*\\w+(?:\\(\\s*\\))?)+)");

	private static final Pattern STEP = Pattern.compile("(\\w+)(\\(\\s*\\))?");

	private ConsequenceFacts() {
	}

	/**
	 * The properties that a consequence reads by itself; what its conditions have bound
	 * is read there.
	 * @param text between {@code then} and {@code end}
	 * @param bound what the rule's names stand for
	 * @param vocabulary the words there are
	 */
	static Set<Property> of(String text, BoundNames bound, RuleVocabulary vocabulary) {
		Set<Property> read = new LinkedHashSet<>();
		Matcher matcher = READ.matcher(text);
		while (matcher.find()) {
			Property last = property(bound.of(matcher.group(1)), matcher.group(2), vocabulary);
			if (last != null) {
				read.add(last);
			}
		}
		return read;
	}

	private static @Nullable Property property(@Nullable Operand bound, String steps, RuleVocabulary vocabulary) {
		Property at = (bound instanceof Property property && property.type() != null
				&& vocabulary.isGroup(property.type())) ? property : null;
		Matcher step = STEP.matcher(steps);
		while (at != null && step.find()) {
			Operand next = new Members(vocabulary).of(at, step.group(1), (step.group(2) != null) ? List.of() : null);
			if (!(next instanceof Property property) || property.type() == null) {
				return at;
			}
			at = property;
		}
		return at;
	}

}
