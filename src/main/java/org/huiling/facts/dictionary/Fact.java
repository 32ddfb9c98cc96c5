package org.huiling.facts.dictionary;

import java.util.List;
import java.util.Set;

import org.huiling.facts.type.Asking;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.huiling.facts.type.Validity;
import org.huiling.facts.type.ValueName;
import org.jspecify.annotations.Nullable;

/**
 * A recorded fact: somebody tells it.
 *
 * @param path the way to it; in a list {@code claims[].date}
 * @param type what kind of value it has
 * @param naming what it is called
 * @param codes the codes it may have, null if it has none
 * @param bounds what its values may be
 * @param asking how it is asked for
 * @param validity from when to when it holds, null if its day does not matter
 * @param unit the unit of parameters it compares with, null where nothing compares
 * @param tableKey what a parameter's table goes by to be looked up with it, null if none
 * does
 * @param names words for its values
 * @param standard the standard that its values come from, null if none is named
 * @param traits what else is said of it
 * @param assumed what is said while this day is unknown and counts as come, null if that
 * is made from what it is called
 */
public record Fact(String path, FactType type, Naming naming, @Nullable CodeType codes, Bounds bounds, Asking asking,
		@Nullable Validity validity, @Nullable String unit, @Nullable String tableKey, List<ValueName> names,
		@Nullable String standard, Set<Trait> traits, @Nullable Label assumed) implements Entry {

	public Fact {
		names = List.copyOf(names);
		traits = Set.copyOf(traits);
	}

	/**
	 * Whether something is said of it.
	 * @param trait what
	 * @return true if it is
	 */
	public boolean is(Trait trait) {
		return this.traits.contains(trait);
	}

	@Override
	public boolean isSealed() {
		return is(Trait.SEALED);
	}

	/**
	 * The list it belongs to.
	 * @return such as {@code claims}, null if it is a fact of the person
	 */
	public @Nullable String list() {
		int bracket = this.path.indexOf("[]");
		return (bracket >= 0) ? this.path.substring(0, bracket) : null;
	}

	/**
	 * Whether rules may read it.
	 * @return false for texts
	 */
	public boolean isReadable() {
		return this.type != FactType.TEXT;
	}

}
