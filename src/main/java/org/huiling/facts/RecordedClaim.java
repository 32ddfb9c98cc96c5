package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A claim as it was recorded, by the parts that the declaration gives its fields: id and
 * day are always there. It is an item of the list of claims, or of another one that a
 * program goes over.
 *
 * @param item the claim's record
 * @param list the path of the list it is of
 */
public record RecordedClaim(FactRecord item, String list) implements Stay {

	/** The list that programs go over which name none. */
	public static final String LIST = "claims";

	/**
	 * What it is called.
	 * @return unique in its list of a person
	 */
	public String id() {
		return (String) Objects.requireNonNull(this.item.at(roles().id));
	}

	@Override
	public LocalDate date() {
		return (LocalDate) Objects.requireNonNull(this.item.at(roles().day));
	}

	@Override
	public @Nullable LocalDate start() {
		return (LocalDate) this.item.at(roles().start);
	}

	@Override
	public @Nullable Code kind() {
		return (Code) this.item.at(roles().kind);
	}

	@Override
	public @Nullable Code tier() {
		return (Code) this.item.at(roles().tier);
	}

	@Override
	public @Nullable BigDecimal total() {
		return (BigDecimal) this.item.at(roles().total);
	}

	@Override
	public @Nullable BigDecimal cost() {
		return (BigDecimal) this.item.at(roles().cost);
	}

	@Override
	public boolean isInpatient() {
		Code kind = kind();
		return kind != null && kind.name().equals(roles().names.get("stay"));
	}

	/**
	 * Whether it has an id and a day: a list that nobody goes over may do without a day.
	 * @return true if it can be looked at as a claim
	 */
	public boolean isDated() {
		return this.item.at(roles().id) != null && this.item.at(roles().day) != null;
	}

	/**
	 * The field that plays a part.
	 * @param role such as {@code tier}
	 * @return its name in an item, null if none plays it
	 */
	public @Nullable String field(String role) {
		return roles().names.get(role);
	}

	private ItemRoles roles() {
		return this.item.shape().roles();
	}

}
