package org.huiling.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "correct horse", "阳光路上桂花开了", "kq7-vm2x", "a new password", "long enough",
			"first and secret", "reset-by-admin" })
	void takesWhatIsLongEnoughAndNotGuessed(String password) {
		assertThat(Passwords.fault(password, "wang")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password123", "12345678", "qwertyui", "1qaz2wsx", "huiling2026", "Huiling@2026",
			"wang.fang1", "wangfang88", "P@ssw0rd", "admin888", "iloveyou1", "woaini1314", "88888888a", "a123456789",
			"19800101", "zhang123456", "惠龄惠龄2026", "asdf1234", "PassWord", "zzzzzzzzzz" })
	void refusesWhatIsAmongTheFirstThatAreTried(String password) {
		assertThat(Passwords.fault(password, "wang.fang")).contains(AccountFault.PASSWORD_COMMON);
	}

	@Test
	void refusesWhatIsShortOrLong() {
		assertThat(Passwords.fault("kq7-vm2", "wang")).contains(AccountFault.PASSWORD_TOO_SHORT);
		assertThat(Passwords.fault("老".repeat(25), "wang")).contains(AccountFault.PASSWORD_TOO_LONG);
	}

	@Test
	void makesRandomOnesThatAreTaken() {
		String password = Passwords.random();
		assertThat(Passwords.fault(password, "admin")).isEmpty();
		assertThat(password).hasSize(23).isNotEqualTo(Passwords.random());
	}

}
