package org.huiling.decision.store;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a decision, as they are kept with it; {@link ReasonsWriter} writes them.
 *
 * @param why rules that grant
 * @param whyNot rules that do not; kept only where nothing is granted
 * @param notes what was assumed or is odd
 * @param owner the enclosing jurisdiction whose policy it is, null if it is the
 * jurisdiction's own
 */
public record KeptReasons(List<WhyView> why, List<WhyNotView> whyNot, List<NoteView> notes, @Nullable OwnerView owner) {

	/**
	 * Reads every number exactly as it was written, and nothing that it does not know.
	 */
	public static final JsonMapper STORED = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	public KeptReasons(@Nullable List<WhyView> why, @Nullable List<WhyNotView> whyNot, @Nullable List<NoteView> notes,
			@Nullable OwnerView owner) {
		this.why = (why != null) ? why : List.of();
		this.whyNot = (whyNot != null) ? whyNot : List.of();
		this.owner = owner;
		this.notes = (notes != null) ? notes : List.of();
	}

	public static KeptReasons of(Decision decision) {
		return read(decision.reasons());
	}

	public static KeptReasons read(String json) {
		return STORED.readValue(json, KeptReasons.class);
	}

}
