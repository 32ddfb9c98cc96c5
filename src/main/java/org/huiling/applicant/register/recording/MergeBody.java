package org.huiling.applicant.register.recording;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.applicant.FileId;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;

/**
 * Which file is merged into another.
 *
 * @param duplicate the second file of the same person
 * @param reason in the words of who merges them
 */
@Schema(example = """
		{"duplicate": "0197f3c2-5b1e-7c44-9f7a-3d2b1a0c9e88", "reason": "同一人，两次登记"}""")
public record MergeBody(@ReadBy(FileId.class) UUID duplicate, @Size(max = ReasonBody.LONGEST) String reason) {
}
