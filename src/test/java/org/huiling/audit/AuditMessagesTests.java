package org.huiling.audit;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class AuditMessagesTests {

	/** Nothing else can be recorded: {@link AuditTrail} takes no other. */
	@Test
	void everythingThatIsRecordedHasWordsInBothLanguages() {
		MessageCatalogue.of("audit")
			.assertHolds(Stream
				.of(Stream.of(AuditAction.values()).map((action) -> "action." + action),
						Stream.of(AuditAction.Area.values()).map((area) -> "action.area." + area),
						Stream.of("error.INVALID_MOMENT"))
				.flatMap((keys) -> keys));
	}

}
