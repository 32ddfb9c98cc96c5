package org.huiling.engine.drools.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.drools.language.ConsequenceReader.Said;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.facts.Thing;

/**
 * What the rules of a version grant in kind.
 *
 * @param things the things, in the order of the rules; none where they grant money
 * @param mixed whether some rules grant money and others do not
 */
public record GrantedInKind(Set<Thing> things, boolean mixed) {

	/** What consequences say that grants something in kind. */
	public static final String WORD = "entitle";

	private static final Set<String> OF_MONEY = Set.of("pay", "waive", "reimburse");

	/**
	 * Reads consequences.
	 * @param consequences what each rule says, in order
	 * @param parameters by name, typed as rules see them
	 */
	public static GrantedInKind of(List<List<Said>> consequences, Map<String, Object> parameters) {
		Set<Thing> things = new LinkedHashSet<>();
		boolean money = false;
		for (List<Said> consequence : consequences) {
			for (Said said : consequence) {
				money |= OF_MONEY.contains(said.word());
				if (WORD.equals(said.word()) && said.arguments().get(0) instanceof Parameter parameter
						&& parameters.get(parameter.name()) instanceof Thing thing) {
					things.add(thing);
				}
			}
		}
		return new GrantedInKind(things, money && !things.isEmpty());
	}

	/** Whether its grants are no money. */
	public boolean isInKind() {
		return !this.things.isEmpty();
	}

}
