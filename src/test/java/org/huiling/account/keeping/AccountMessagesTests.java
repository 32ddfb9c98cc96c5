package org.huiling.account.keeping;

import java.util.stream.Stream;

import org.huiling.account.password.PasswordFault;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class AccountMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<String> problems = Stream
			.of("ROLE_MISSING", "OUTSIDE_REGION", "UNAUTHORIZED", "SIGN_IN_FAILED", "TOO_MANY_FAILURES", "FORBIDDEN",
					"ACCOUNT_NOT_FOUND", "ACCOUNT_EXISTS", "LAST_ADMIN", "STALE", "OWN_ACCOUNT",
					"PASSWORD_CHANGE_NEEDED")
			.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
		Stream<String> errors = Stream.concat(Stream.of(AccountFault.values()), Stream.of(PasswordFault.values()))
			.map((fault) -> "error." + fault);
		MessageCatalogue.of("account").assertHolds(Stream.concat(problems, errors));
	}

}
