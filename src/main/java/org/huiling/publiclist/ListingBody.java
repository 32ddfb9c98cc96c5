package org.huiling.publiclist;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.ReasonBody;

/**
 * Whether a person may stand on public lists.
 *
 * @param listed false keeps them off, true puts them back
 * @param reason in the words of who decides it
 */
@Schema(example = "{\"listed\": false, \"reason\": \"本人申请不公示\"}")
public record ListingBody(boolean listed, @Size(max = ReasonBody.LONGEST) String reason) {
}
