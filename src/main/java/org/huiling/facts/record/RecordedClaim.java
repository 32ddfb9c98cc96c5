package org.huiling.facts.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.huiling.facts.Code;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it was recorded, by the parts that the declaration gives its fields: id and
 * day are always there. It is an item of the list of claims, or of another one that a
 * program goes over. Immutable.
 */
public final class RecordedClaim implements Stay {

	/** The list that programs go over which name none. */
	public static final String LIST = "claims";

	private final FactRecord item;

	private final String list;

	private final ItemRoles roles;

	private final @Nullable String id;

	private final @Nullable LocalDate day;

	/**
	 * A claim.
	 * @param item the claim's record
	 * @param list the path of the list it is of
	 */
	public RecordedClaim(FactRecord item, String list) {
		this.item = item;
		this.list = list;
		this.roles = item.shape().roles();
		this.id = (String) item.at(this.roles.id);
		this.day = (LocalDate) item.at(this.roles.day);
	}

	/**
	 * Its record.
	 * @return as it was recorded
	 */
	public FactRecord item() {
		return this.item;
	}

	/**
	 * The list it is of.
	 * @return the path of the list
	 */
	public String list() {
		return this.list;
	}

	/**
	 * What it is called.
	 * @return unique in its list of a person
	 */
	public String id() {
		return Objects.requireNonNull(this.id);
	}

	@Override
	public LocalDate date() {
		return Objects.requireNonNull(this.day);
	}

	@Override
	public @Nullable LocalDate start() {
		return (LocalDate) this.item.at(this.roles.start);
	}

	@Override
	public @Nullable Code kind() {
		return (Code) this.item.at(this.roles.kind);
	}

	@Override
	public @Nullable Code tier() {
		return (Code) this.item.at(this.roles.tier);
	}

	@Override
	public @Nullable BigDecimal total() {
		return (BigDecimal) this.item.at(this.roles.total);
	}

	@Override
	public @Nullable BigDecimal cost() {
		return (BigDecimal) this.item.at(this.roles.cost);
	}

	@Override
	public boolean isInpatient() {
		Code kind = kind();
		return kind != null && kind.name().equals(this.roles.names.get("stay"));
	}

	/**
	 * Whether it has an id and a day: a list that nobody goes over may do without a day.
	 * @return true if it can be looked at as a claim
	 */
	public boolean isDated() {
		return this.id != null && this.day != null;
	}

	/**
	 * The field that plays a part.
	 * @param role such as {@code tier}
	 * @return its name in an item, null if none plays it
	 */
	public @Nullable String field(String role) {
		return this.roles.names.get(role);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RecordedClaim claim && this.item.equals(claim.item) && this.list.equals(claim.list);
	}

	@Override
	public int hashCode() {
		return 31 * this.item.hashCode() + this.list.hashCode();
	}

}
