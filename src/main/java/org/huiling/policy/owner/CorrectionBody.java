package org.huiling.policy.owner;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction described anew.
 *
 * @param id its id, which the path says too
 * @param name in both languages
 * @param regionPrefix the region-code prefix it claims
 * @param currency what it pays in, null if that stays
 */
@Schema(example = """
		{"name": {"zh": "示范区", "en": "Model District"}, "regionPrefix": "379901"}""")
public record CorrectionBody(@ReadBy(OwnerFields.Id.class) @Nullable String id, OwnerFields.Name name,
		@ReadBy(OwnerFields.Prefix.class) @Pattern(regexp = "[0-9]{2,12}") String regionPrefix,
		@ReadBy(OwnerFields.Currency.class) @Pattern(regexp = "[A-Z]{3}") @Nullable String currency) {

	/**
	 * The jurisdiction of a path.
	 * @throws org.huiling.problem.InvalidInput 422 if it says another id
	 */
	public JurisdictionBody of(String jurisdiction) {
		if (this.id != null && !this.id.equals(jurisdiction)) {
			throw OwnerFault.OTHER_ID.refusal("id", jurisdiction);
		}
		if (!OwnerFields.Id.isAdmitted(jurisdiction)) {
			throw OwnerFault.ID_NOT_ADMITTED.refusal("id");
		}
		return new JurisdictionBody(jurisdiction, this.name, this.regionPrefix, this.currency);
	}

}
