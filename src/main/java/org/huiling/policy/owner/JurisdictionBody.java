package org.huiling.policy.owner;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.huiling.engine.Jurisdiction;
import org.huiling.input.ReadBy;

/**
 * A jurisdiction.
 *
 * @param id its id
 * @param name in both languages
 * @param regionPrefix the region-code prefix it claims
 */
@Schema(example = """
		{"id": "model-town", "name": {"zh": "示范镇", "en": "Model Town"}, "regionPrefix": "379901009"}""")
public record JurisdictionBody(@ReadBy(OwnerFields.Id.class) @Pattern(regexp = OwnerFields.CALLED) String id,
		OwnerFields.Name name,
		@ReadBy(OwnerFields.Prefix.class) @Pattern(regexp = "([0-9]{2,12})?") String regionPrefix) {

	public Jurisdiction jurisdiction() {
		return new Jurisdiction(this.id, this.name.words(), this.regionPrefix);
	}

}
