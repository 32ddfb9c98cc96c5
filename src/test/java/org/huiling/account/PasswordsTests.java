package org.huiling.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "correct horse", "阳光路上桂花开了", "kq7-vm2x", "Trial-2026!" })
	void takesWhatIsLongEnoughAndNotGuessed(String password) {
		assertThat(Passwords.fault(password, "wang")).isEmpty();
	}

	@Test
	void refusesWhatIsShortLongOrGuessed() {
		assertThat(Passwords.fault("kq7-vm2", "wang")).contains(AccountFault.PASSWORD_TOO_SHORT);
		assertThat(Passwords.fault("老".repeat(25), "wang")).contains(AccountFault.PASSWORD_TOO_LONG);
		assertThat(Passwords.fault("PassWord", "wang")).contains(AccountFault.PASSWORD_COMMON);
		assertThat(Passwords.fault("zzzzzzzzzz", "wang")).contains(AccountFault.PASSWORD_COMMON);
		assertThat(Passwords.fault("wangwang88", "wang")).contains(AccountFault.PASSWORD_COMMON);
	}

	@Test
	void makesRandomOnesThatAreTaken() {
		String password = Passwords.random();
		assertThat(Passwords.fault(password, "admin")).isEmpty();
		assertThat(password).hasSize(23).isNotEqualTo(Passwords.random());
	}

}
