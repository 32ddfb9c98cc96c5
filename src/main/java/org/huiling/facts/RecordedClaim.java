package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A claim as it was recorded, by the parts that the declaration gives its fields: id, day
 * and kind are always there.
 *
 * @param item the claim's record
 */
public record RecordedClaim(FactRecord item) implements Stay {

	/**
	 * What it is called.
	 * @return unique among the claims of a person
	 */
	public String id() {
		return (String) Objects.requireNonNull(this.item.at(roles().id));
	}

	@Override
	public LocalDate date() {
		return (LocalDate) Objects.requireNonNull(this.item.at(roles().day));
	}

	@Override
	public @Nullable LocalDate admitted() {
		return (LocalDate) this.item.at(roles().start);
	}

	@Override
	public @Nullable ClaimKind kind() {
		return this.item.code(roles().kind, ClaimKind.class);
	}

	@Override
	public @Nullable HospitalTier hospitalTier() {
		return this.item.code(roles().tier, HospitalTier.class);
	}

	@Override
	public @Nullable BigDecimal totalCost() {
		return (BigDecimal) this.item.at(roles().total);
	}

	@Override
	public @Nullable BigDecimal eligibleCost() {
		return (BigDecimal) this.item.at(roles().cost);
	}

	private ItemRoles roles() {
		return this.item.shape().roles();
	}

}
