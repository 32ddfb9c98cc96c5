package org.huiling.proposal;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class ProposalMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue.of("proposal")
			.assertHolds(Stream
				.of("PROPOSAL_NOT_FOUND", "PROPOSAL_WAITS", "PROPOSAL_STATE", "OWN_PROPOSAL", "NOT_YOUR_PROPOSAL")
				.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail")));
	}

}
