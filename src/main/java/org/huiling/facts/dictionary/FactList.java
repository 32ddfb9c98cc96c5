package org.huiling.facts.dictionary;

import java.util.List;
import java.util.Set;

import org.huiling.facts.type.Asking;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.ListShape;
import org.huiling.facts.type.Naming;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * A list of items that all have the same fields: an array of objects in JSON.
 *
 * @param path the way to it
 * @param naming what it is called
 * @param shape how its items belong together
 * @param fields the facts of an item, in the order of the file
 * @param asking how it is asked for
 * @param traits what else is said of it
 */
public record FactList(String path, Naming naming, ListShape shape, List<Fact> fields, Asking asking,
		Set<Trait> traits) implements Entry {

	public FactList {
		fields = List.copyOf(fields);
		traits = Set.copyOf(traits);
	}

	@Override
	public boolean isSealed() {
		return is(Trait.SEALED) || this.fields.stream().anyMatch(Fact::isSealed);
	}

	/**
	 * A field of an item.
	 * @param name its name, such as {@code date}
	 * @return the field, or null if there is none
	 */
	public @Nullable Fact field(String name) {
		for (Fact field : this.fields) {
			if (field.name().equals(name)) {
				return field;
			}
		}
		return null;
	}

	/**
	 * Whether one text tells each of its items from the others.
	 * @return false also if an item may be without it
	 */
	public boolean isTold() {
		Fact key = (this.shape.key().size() == 1) ? field(this.shape.key().get(0)) : null;
		return key != null && key.type() == FactType.TEXT && key.is(Trait.REQUIRED);
	}

	/**
	 * Whether something is said of it.
	 * @param trait what
	 * @return true if it is
	 */
	public boolean is(Trait trait) {
		return this.traits.contains(trait);
	}

}
