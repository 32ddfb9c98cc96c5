package org.huiling.facts.words;

import org.huiling.facts.expression.ValueType;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;

/** 词: one thing that rules may ask of a person or of an item, compiled. */
public final class Word {

	private final FactWords words;

	private final String path;

	private final ValueType type;

	private final Node node;

	private final @Nullable RecordShape items;

	private final int slot;

	private final @Nullable Kept kept;

	private final NotThere absent;

	/**
	 * A word.
	 * @param words what it belongs to
	 * @param path the way to it
	 * @param type what kind of value it has
	 * @param node reads it
	 * @param items the shape of the items it is asked of, null if it is asked of a person
	 */
	Word(FactWords words, String path, ValueType type, Node node, @Nullable RecordShape items) {
		this.words = words;
		this.path = path;
		this.type = type;
		this.node = node;
		this.items = items;
		this.slot = node.slot();
		this.absent = new NotThere(path);
		this.kept = (node instanceof Kept one) ? one : null;
	}

	/**
	 * The way to it.
	 * @return such as {@code household.size}, of a field {@code claims[].kind}
	 */
	public String path() {
		return this.path;
	}

	/**
	 * What kind of value it has.
	 * @return its type, with its unit or code type
	 */
	public ValueType type() {
		return this.type;
	}

	FactWords words() {
		return this.words;
	}

	Node node() {
		return this.node;
	}

	@Nullable RecordShape items() {
		return this.items;
	}

	/** Where records have its value just as it is read, if it is recorded. */
	int slot() {
		return this.slot;
	}

	/** That there is none of it. */
	NotThere absent() {
		return this.absent;
	}

	/** What is kept of a person, null if it is worked out anew every time. */
	@Nullable Kept kept() {
		return this.kept;
	}

	/** What explanations call it. */
	String name() {
		return this.path.substring(this.path.indexOf("[].") + 1 + ((this.items != null) ? 2 : 0));
	}

	@Override
	public String toString() {
		return this.path;
	}

}
