package org.huiling.facts.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * 申请人档案: the facts about one person or organisation as they were recorded, or one item of
 * a list of theirs. Values stand in the slots of a {@link RecordShape}; what is null is
 * <em>unknown</em>, unless its declaration says that it is none then. Immutable.
 * <p>
 * Money is {@link BigDecimal} yuan with two decimals, a whole number {@link Integer}, a
 * day {@link LocalDate}, a code a {@link Code}. Contradictions have been refused before a
 * record is made; this type only holds.
 */
public final class FactRecord implements RecordedFacts {

	private final RecordShape shape;

	/**
	 * By slot, up to the last of which anything is recorded: most people have few facts.
	 */
	private final @Nullable Object[] values;

	private FactRecord(RecordShape shape, @Nullable Object[] values) {
		this.shape = shape;
		this.values = values;
	}

	/**
	 * Where its facts stand.
	 * @return the shape
	 */
	public RecordShape shape() {
		return this.shape;
	}

	/**
	 * What stands in a slot.
	 * @param slot its number, {@link RecordShape#NONE} for nothing
	 * @return the value, a list of records, or {@link Boolean#TRUE} for a group of which
	 * anything was recorded; null if nothing was
	 */
	public @Nullable Object at(int slot) {
		return (slot < 0 || slot >= this.values.length) ? null : this.values[slot];
	}

	@Override
	public @Nullable Object value(String path) {
		return at(this.shape.slot(path));
	}

	@Override
	public @Nullable List<FactRecord> items(String list) {
		return items(this.shape.slot(list));
	}

	/**
	 * The items of a list.
	 * @param slot the number of its slot
	 * @return in the order in which they were recorded, null if the list is unknown
	 */
	@SuppressWarnings("unchecked") // the builder puts nothing else there
	public @Nullable List<FactRecord> items(int slot) {
		return (List<FactRecord>) at(slot);
	}

	/**
	 * The same record with another value somewhere.
	 * @param path of a fact
	 * @param value the value, null for unknown
	 * @return the changed record
	 */
	public FactRecord with(String path, @Nullable Object value) {
		Builder builder = new Builder(this.shape, Arrays.copyOf(this.values, this.shape.size()));
		return builder.put(this.shape.slot(path), value).build();
	}

	/**
	 * Whom the record is about.
	 * @return a person or an organisation
	 */
	public Subject subject() {
		return this.shape.subject();
	}

	/**
	 * 18 characters of GB 11643, or of GB 32100 for an organisation; never shown to a
	 * rule.
	 * @return null if it is unknown
	 */
	public @Nullable String residentId() {
		return (String) at(this.shape.known().id);
	}

	/**
	 * The name, never shown to a rule.
	 * @return null if it is unknown
	 */
	public @Nullable String name() {
		return (String) at(this.shape.known().name);
	}

	/**
	 * The birth date, or the day on which an organisation opened, which every record has.
	 * @return the day
	 */
	public LocalDate birthDate() {
		return (LocalDate) Objects.requireNonNull(at(this.shape.known().beginning), "beginning");
	}

	/**
	 * The day of death, or that on which an organisation closed.
	 * @return null if none is recorded
	 */
	public @Nullable LocalDate deathDate() {
		return (LocalDate) at(this.shape.known().end);
	}

	/**
	 * The sex.
	 * @return null if it is unknown
	 */
	public @Nullable Code sex() {
		return (Code) at(this.shape.known().sex);
	}

	/**
	 * Where the hukou or the organisation is: it decides who may see the file.
	 * @return a region code, null if it is unknown
	 */
	public @Nullable String hukouRegion() {
		return (String) at(this.shape.known().hukouRegion);
	}

	/**
	 * Where the person lives, or the organisation is: it decides who may see the file.
	 * @return a region code, null if it is unknown
	 */
	public @Nullable String residenceRegion() {
		return (String) at(this.shape.known().residenceRegion);
	}

	/**
	 * 择一: which of mutually exclusive programs the person took.
	 * @return null if none is recorded
	 */
	public @Nullable List<Choice> choices() {
		Slots slots = this.shape.known();
		List<FactRecord> items = items(slots.choices);
		if (items == null) {
			return null;
		}
		List<Choice> choices = new ArrayList<>(items.size());
		items.forEach((item) -> choices
			.add(new Choice(text(item, slots.choiceProgram), (LocalDate) item.at(slots.choiceFrom))));
		return choices;
	}

	/**
	 * What was applied for; matters to late application only.
	 * @return null if none is recorded
	 */
	public @Nullable List<Application> applications() {
		Slots slots = this.shape.known();
		List<FactRecord> items = items(slots.applications);
		if (items == null) {
			return null;
		}
		List<Application> applications = new ArrayList<>(items.size());
		items.forEach((item) -> applications
			.add(new Application(text(item, slots.applicationProgram), (LocalDate) item.at(slots.applicationDate))));
		return applications;
	}

	/**
	 * The claims.
	 * @return in the order in which they were recorded, null if they are unknown
	 */
	public @Nullable List<RecordedClaim> claims() {
		return claims(RecordedClaim.LIST);
	}

	/**
	 * The items of a list that programs go over.
	 * @param list the path of the list, whose items have a key of one field and a day
	 * @return in the order in which they were recorded, null if they are unknown
	 */
	public @Nullable List<RecordedClaim> claims(String list) {
		List<FactRecord> items = items(list);
		if (items == null) {
			return null;
		}
		List<RecordedClaim> claims = new ArrayList<>(items.size());
		items.forEach((item) -> claims.add(new RecordedClaim(item, list)));
		return claims;
	}

	private static String text(FactRecord item, int slot) {
		return (String) Objects.requireNonNull(item.at(slot));
	}

	/**
	 * A choice of one of mutually exclusive programs.
	 *
	 * @param program the program taken
	 * @param from from which day on, null if that is unknown
	 */
	public record Choice(String program, @Nullable LocalDate from) {
	}

	/**
	 * An application for a program.
	 *
	 * @param program what was applied for
	 * @param date the day, null if it is unknown
	 */
	public record Application(String program, @Nullable LocalDate date) {
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FactRecord record && this.shape.equals(record.shape)
				&& Arrays.equals(this.values, record.values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.values);
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "a record of " + Arrays.stream(this.values).filter(Objects::nonNull).count() + " facts";
	}

	/** A record while it is told fact by fact. */
	public static final class Builder {

		private final RecordShape shape;

		private final @Nullable Object[] values;

		Builder(RecordShape shape) {
			this(shape, new Object[shape.size()]);
		}

		private Builder(RecordShape shape, @Nullable Object[] values) {
			this.shape = shape;
			this.values = values;
		}

		/**
		 * What is recorded of a fact.
		 * @param path the way to it
		 * @param value as {@link FactRecord} has it; items of a list as records; null for
		 * unknown
		 * @return this builder
		 * @throws IllegalArgumentException if there is no such fact
		 */
		public Builder put(String path, @Nullable Object value) {
			int slot = this.shape.slot(path);
			if (slot < 0) {
				throw new IllegalArgumentException("no fact " + path);
			}
			return put(slot, value);
		}

		/**
		 * What is recorded in a slot.
		 * @param slot its number
		 * @param value as above; {@link Boolean#TRUE} for a group of which something was
		 * recorded
		 * @return this builder
		 */
		public Builder put(int slot, @Nullable Object value) {
			this.values[slot] = (value instanceof List<?> items) ? List.copyOf(items) : value;
			for (int group = this.shape.parent(slot); value != null && group >= 0; group = this.shape.parent(group)) {
				this.values[group] = true;
			}
			return this;
		}

		/**
		 * What is recorded in a slot while its group is being read: nothing more is done.
		 * @param slot its number
		 * @param value as above; a list that nobody changes
		 */
		public void fill(int slot, @Nullable Object value) {
			this.values[slot] = value;
		}

		/**
		 * What was put in a slot.
		 * @param slot its number
		 * @return null if nothing was
		 */
		public @Nullable Object at(int slot) {
			return (slot < 0) ? null : this.values[slot];
		}

		/**
		 * The record; nothing may be put into this builder after it.
		 * @return with what was told
		 */
		public FactRecord build() {
			int end = this.values.length;
			while (end > 0 && this.values[end - 1] == null) {
				end--;
			}
			return new FactRecord(this.shape,
					(end < this.values.length) ? Arrays.copyOf(this.values, end) : this.values);
		}

	}

}
