package org.huiling.facts.dictionary;

import java.util.List;

import org.huiling.facts.type.Naming;

/**
 * Facts that belong together and are recorded together: an object in JSON.
 *
 * @param path the way to it
 * @param naming what it is called
 * @param entries what it holds, in the order of the file
 */
public record FactGroup(String path, Naming naming, List<Entry> entries) implements Entry {

	public FactGroup {
		entries = List.copyOf(entries);
	}

	@Override
	public boolean isSealed() {
		return this.entries.stream().anyMatch(Entry::isSealed);
	}

}
