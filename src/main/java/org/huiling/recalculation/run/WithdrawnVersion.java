package org.huiling.recalculation.run;

import jakarta.validation.constraints.Size;

/**
 * A version that was withdrawn, of which everybody is reviewed who has a decision under
 * it.
 *
 * @param jurisdiction its id
 * @param program its id
 * @param version the version's name
 */
public record WithdrawnVersion(@Size(max = 64) String jurisdiction, @Size(max = 64) String program,
		@Size(max = 64) String version) {
}
