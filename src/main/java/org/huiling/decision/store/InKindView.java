package org.huiling.decision.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.assessment.AssessmentWriter;
import org.huiling.engine.Bilingual;
import org.huiling.engine.InKind;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/**
 * 优待: what is granted in kind, as it is kept and answered.
 *
 * @param what the thing
 * @param whatEn the same in English
 * @param quantity how much of it
 * @param unit what it is counted in, such as {@code cards} or {@code hours}
 * @param more further things that are granted together with it; absent if there are none
 */
@NamedInterface("decided")
public record InKindView(String what, String whatEn, int quantity, String unit,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<InKindView> more) {

	/**
	 * Things as they are answered: the first, with the others below it.
	 * @param things in order
	 * @return null if there are none
	 */
	public static @Nullable InKindView of(List<InKind> things) {
		if (things.isEmpty()) {
			return null;
		}
		return of(things.get(0), things.subList(1, things.size()).stream().map((one) -> of(one, null)).toList());
	}

	private static InKindView of(InKind thing, @Nullable List<InKindView> more) {
		return new InKindView(thing.what().zh(), thing.what().en(), thing.quantity(), thing.unit(), more);
	}

	/**
	 * Things as they are kept with a decision.
	 * @param things in order
	 * @return JSON, null if there are none
	 */
	public static @Nullable String kept(List<InKind> things) {
		return things.isEmpty() ? null
				: AssessmentWriter.MAPPER.writeValueAsString(things.stream().map((one) -> of(one, null)).toList());
	}

	/**
	 * Reads what was kept.
	 * @param json as {@link #kept} gives it
	 * @return in order
	 */
	public static List<InKind> read(@Nullable String json) {
		return (json == null) ? List.of()
				: Arrays.stream(KeptReasons.STORED.readValue(json, InKindView[].class)).map(InKindView::thing).toList();
	}

	/**
	 * Reads what was kept, to be answered as a list.
	 * @param json as {@link #kept} gives it
	 * @return in order; empty if nothing is in kind
	 */
	public static List<InKindView> listed(@Nullable String json) {
		return read(json).stream().map((thing) -> of(thing, null)).toList();
	}

	/** The thing by itself. */
	public InKind thing() {
		return new InKind(new Bilingual(this.what, this.whatEn), this.quantity, this.unit);
	}

	/** This and what is granted together with it. */
	public List<InKindView> all() {
		List<InKindView> others = (this.more != null) ? this.more : List.of();
		return Stream.concat(Stream.of(this), others.stream()).toList();
	}

}
