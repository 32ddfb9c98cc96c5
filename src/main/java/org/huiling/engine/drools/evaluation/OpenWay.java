package org.huiling.engine.drools.evaluation;

import java.util.List;
import java.util.Set;

import org.huiling.engine.drools.condition.Condition;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule could still grant, once what is unknown is told.
 */
public final class OpenWay {

	private final Set<Condition> conditions;

	private final Set<String> missing;

	private final @Nullable Grant grant;

	private final @Nullable Money bound;

	private final @Nullable Money limit;

	/**
	 * An open way.
	 * @param conditions those that are unknown: all of them must hold
	 * @param missing the fields that would settle it
	 * @param grant what it grants then, null while that is not known either
	 * @param bound the most it could grant, null if that is not known
	 * @param limit the least that its ceiling may leave of a sum, null if it states none
	 */
	OpenWay(Set<Condition> conditions, Set<String> missing, @Nullable Grant grant, @Nullable Money bound,
			@Nullable Money limit) {
		this.conditions = conditions;
		this.missing = missing;
		this.grant = grant;
		this.bound = bound;
		this.limit = limit;
	}

	/**
	 * A grant that is certain, but for what the year has left of its ceiling.
	 * @param missing the fields that would settle how much is left
	 * @param bound the most it could be
	 * @return the way
	 */
	public static OpenWay upTo(Set<String> missing, Money bound) {
		return new OpenWay(Set.of(), missing, null, bound, Money.ZERO);
	}

	/**
	 * The unknown fields that would settle it.
	 * @return their paths
	 */
	public Set<String> missing() {
		return this.missing;
	}

	/**
	 * What it grants if it holds.
	 * @return null while that is not known
	 */
	public @Nullable Grant grant() {
		return this.grant;
	}

	/**
	 * The most it could grant.
	 * @return null if that is not known
	 */
	public @Nullable Money bound() {
		return this.bound;
	}

	/**
	 * The least that its ceiling may leave of a sum it is part of.
	 * @return null if it limits none
	 */
	public @Nullable Money limit() {
		return this.limit;
	}

	/**
	 * Whether it holds whenever another way does, since it asks for nothing else.
	 * @param other another way, of this or another rule of the version
	 * @return true if everything unknown of it is unknown of the other, too
	 */
	public boolean holdsWith(OpenWay other) {
		return other.conditions.containsAll(this.conditions);
	}

	/**
	 * Of ways that grant alike those that matter: one that asks for more than another
	 * says nothing.
	 */
	static List<OpenWay> withoutImplied(List<OpenWay> ways) {
		if (ways.size() < 2) {
			return ways;
		}
		return ways.stream()
			.filter((one) -> ways.stream().noneMatch((other) -> other != one && other.stands(one, ways)))
			.toList();
	}

	/** Of two ways that ask for the same the first stands. */
	private boolean stands(OpenWay other, List<OpenWay> ways) {
		return holdsWith(other) && (!other.holdsWith(this) || ways.indexOf(this) < ways.indexOf(other));
	}

}
