package org.huiling.policy.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.huiling.engine.Currencies;
import org.huiling.engine.Jurisdiction;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction.
 *
 * @param id its id
 * @param name in both languages
 * @param regionPrefix the region-code prefix it claims
 * @param currency what it pays in, a code of ISO 4217 counted in hundredths; null for
 * CNY, or for what it was
 */
@Schema(example = """
		{"id": "model-town", "name": {"zh": "示范镇", "en": "Model Town"}, "regionPrefix": "379901009",
		 "currency": "CNY"}""")
public record JurisdictionBody(@ReadBy(OwnerFields.Id.class) @Pattern(regexp = OwnerFields.CALLED) String id,
		OwnerFields.Name name,
		@ReadBy(OwnerFields.Prefix.class) @Pattern(regexp = "([0-9]{2,12})?") String regionPrefix,
		@ReadBy(OwnerFields.Currency.class) @Pattern(
				regexp = "[A-Z]{3}") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String currency) {

	public Jurisdiction jurisdiction() {
		return jurisdiction(Currencies.DEFAULT);
	}

	Jurisdiction jurisdiction(String otherwise) {
		return new Jurisdiction(this.id, this.name.words(), this.regionPrefix,
				(this.currency != null) ? this.currency : otherwise);
	}

}
