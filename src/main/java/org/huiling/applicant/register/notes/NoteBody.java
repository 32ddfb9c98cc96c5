package org.huiling.applicant.register.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.applicant.PersonNotes;

/**
 * What is to be noted.
 *
 * @param text plain, in one line
 */
@Schema(example = "{\"text\": \"七月起由邻居代领，电话已核实\"}")
record NoteBody(@Size(max = PersonNotes.LONGEST) String text) {
}
