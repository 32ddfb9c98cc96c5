package org.huiling.policy.dictionary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.engine.Bilingual;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.Bounds;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.ListShape;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the data dictionary as the API shows it.
 *
 * @param path the way to it, such as {@code household.dibao.type} or
 * {@code claims[].date}
 * @param type as a fact file writes it, such as {@code money}; {@code group} for facts
 * that are recorded together, {@code item} for an item of a list
 * @param label what it is called
 * @param help what to mind when it is filled in, null if nothing
 * @param unit of the parameters it compares with, null where nothing compares
 * @param codeType the list of codes, such as {@code HukouType}, null if it has none
 * @param codes the codes it may have, null if it has none
 * @param values words for its values where those are no codes, null if it has none
 * @param derived whether it is worked out from other facts
 * @param is how, as it counts today; null if it is recorded, or the program itself works
 * it out
 * @param file the fact file it is declared in
 * @param owner the jurisdiction that may change it, null if it is everybody's
 * @param subject {@code organisation} if it is a fact of organisations, null of people
 * @param usedBy the versions in force or scheduled whose rules use it, directly or
 * through a derived fact
 * @param aliases what else the columns of lists may call it, null if nothing
 * @param column the Chinese header of its column, null if it has none
 * @param bounds what its values may be, null if they may be anything of their type
 * @param list how its items belong together, null if it is no list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactView(String path, String type, Bilingual label, @Nullable Bilingual help, @Nullable String unit,
		@Nullable String codeType, @Nullable List<CodeItem> codes, @Nullable List<ValueItem> values, boolean derived,
		@Nullable String is, String file, @Nullable String owner, @Nullable String subject, List<UsingVersion> usedBy,
		@Nullable List<String> aliases, @Nullable String column, @Nullable BoundsItem bounds, @Nullable ListItem list) {

	/**
	 * What the values of a fact may be; what is null has no bound.
	 *
	 * @param min the least number
	 * @param max the largest number
	 * @param decimals the most digits behind the point
	 * @param maxLength the most characters of a text
	 * @param pattern what a whole text must match
	 * @param notBefore days before which a date may not lie: a day, {@code today} or the
	 * path of another fact
	 * @param notAfter days after which it may not lie, likewise
	 * @param earlier what the largest number is to versions that came into force before a
	 * day
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BoundsItem(@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer decimals,
			@Nullable Integer maxLength, @Nullable String pattern, @Nullable List<String> notBefore,
			@Nullable List<String> notAfter, @Nullable Earlier earlier) {

		static final BoundsItem NONE = new BoundsItem(null, null, null, null, null, null, null, null);

		static @Nullable BoundsItem of(Fact fact) {
			Bounds bounds = fact.bounds();
			BoundsItem item = new BoundsItem(bounds.min(), bounds.max(),
					(fact.type() == FactType.DECIMAL) ? Integer.valueOf(bounds.decimals()) : null,
					(bounds.longest() > 0) ? Integer.valueOf(bounds.longest()) : null, bounds.pattern(),
					days(bounds.notBefore()), days(bounds.notAfter()), bounds.earlier());
			return item.equals(NONE) ? null : item;
		}

		private static @Nullable List<String> days(List<DayLimit> limits) {
			return limits.isEmpty() ? null
					: limits.stream()
						.map((limit) -> limit.isToday() ? "today"
								: (limit.fact() != null) ? limit.fact() : String.valueOf(limit.day()))
						.toList();
		}

	}

	/**
	 * How the items of a list belong together.
	 *
	 * @param fields of an item, each an entry of its own: the path, such as
	 * {@code claims[].date}
	 * @param key the fields that tell items apart
	 * @param order the fields by which they are put in order
	 * @param period the fields of the first and last day on which an item holds
	 * @param merge whether items on file are kept beside new ones; else a record replaces
	 * the whole list
	 * @param most the most items
	 */
	public record ListItem(List<String> fields, List<String> key, List<String> order, List<String> period,
			boolean merge, int most) {

		static ListItem of(FactList list) {
			ListShape shape = list.shape();
			return new ListItem(list.fields().stream().map(Fact::path).toList(), shape.key(), shape.order(),
					Stream.of(shape.from(), shape.to()).filter(Objects::nonNull).map(Objects::requireNonNull).toList(),
					shape.merge(), shape.most());
		}

	}

	/**
	 * A code.
	 *
	 * @param code its name, such as {@code RURAL}
	 * @param label what it is called
	 * @param withdrawn whether it is still read but offered no more
	 */
	public record CodeItem(String code, Bilingual label, boolean withdrawn) {
	}

	/**
	 * Words for a value.
	 *
	 * @param value as JSON writes it, such as {@code 3} of a care level
	 * @param label what it is called
	 */
	public record ValueItem(String value, Bilingual label) {
	}

	/**
	 * A version that uses a fact.
	 *
	 * @param jurisdiction whose it is
	 * @param program of which program
	 * @param version its name
	 */
	public record UsingVersion(String jurisdiction, String program, String version) {
	}

}
