package org.huiling.facts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A fact whose accessors throw on unknown and note what was read. */
abstract class FactView {

	private final @Nullable Reads reads;

	FactView(@Nullable Reads reads) {
		this.reads = reads;
	}

	@Nullable Reads reads() {
		return this.reads;
	}

	/** A value that is always known. */
	<T> T seen(String name, T value) {
		if (this.reads != null) {
			this.reads.seen(name, value);
		}
		return value;
	}

	/** A recorded value, or {@link UnknownFact} naming its path. */
	<T> T known(String name, String field, @Nullable T value) {
		if (value == null) {
			if (this.reads != null) {
				this.reads.seen(name, null);
			}
			throw new UnknownFact(field);
		}
		return seen(name, value);
	}

	<T> T known(String field, @Nullable T value) {
		return known(field, field, value);
	}

	/** A value worked out from others, noted as unknown when one of them is. */
	<T> T derived(String name, Supplier<T> value) {
		if (this.reads == null) {
			return value.get();
		}
		try {
			return seen(name, value.get());
		}
		catch (UnknownFact unknown) {
			this.reads.seen(name, null);
			throw unknown;
		}
	}

	/**
	 * Whether what is held from a day has begun by another. An unknown start counts as
	 * begun; one that has not come is noted, since nothing else of the fact then matters.
	 */
	boolean begun(String field, @Nullable LocalDate since, LocalDate day) {
		if (since == null || !since.isAfter(day)) {
			return true;
		}
		seen(field, since);
		return false;
	}

	/** A value that needs two others; when both are unknown, both are named. */
	static <A, B, T> T both(Supplier<A> one, Supplier<B> other, BiFunction<A, B, T> value) {
		A first;
		try {
			first = one.get();
		}
		catch (UnknownFact unknown) {
			Set<String> fields = new TreeSet<>(unknown.fields());
			try {
				Objects.requireNonNull(other.get());
			}
			catch (UnknownFact second) {
				fields.addAll(second.fields());
			}
			throw new UnknownFact(fields);
		}
		return value.apply(first, other.get());
	}

}
