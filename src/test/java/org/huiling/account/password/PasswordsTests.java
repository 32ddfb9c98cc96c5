package org.huiling.account.password;

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
		assertThat(Passwords.fault(password, "wang.fang")).contains(PasswordFault.PASSWORD_COMMON);
	}

	/**
	 * Full names as they are typed, alone, with a year, with the digits that many add.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "wangfang1980", "zhangwei123", "zhangwei", "liuyang2026", "chenxiaohong1975",
			"LiJianguo1949", "zhaoxiuying520", "Wang Fang 1980", "zhang_wei_123", "zhangw3i123", "xiaoming2013",
			"ouyang1980", "sunlijuan1968", "wujianhua666", "1980wangfang", "zhangwei1314", "gaoqiang99", "linxiaoyan1",
			"zhoujielun", "mahaiyan2008", "zhou_jie_lun" })
	void refusesNamesAsPeopleBearThem(String password) {
		assertThat(Passwords.fault(password, "caseworker")).contains(PasswordFault.PASSWORD_COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "youaremysunshine", "you are my sunshine", "YouAreMySunshine1", "maytheforcebewithyou",
			"tobeornottobe", "whatisyourname", "woaizhongguo", "woaizhongguo1949", "tiantianxiangshang",
			"chuangqianmingyueguang", "weirenminfuwu", "gongxifacai888", "wangjimima1", "thisismypassword",
			"correcthorsebatterystaple", "yueliangdaibiaowodexin" })
	void refusesWhatManyPeopleSay(String password) {
		assertThat(Passwords.fault(password, "caseworker")).contains(PasswordFault.PASSWORD_COMMON);
	}

	/** A name or a phrase among other words makes no password bad. */
	@ParameterizedTest
	@ValueSource(strings = { "zhangwei keeps bees", "wang fang drinks oolong at nine", "zhangweiwangfang liuyang",
			"sunshine on my old bicycle", "guihua kai le san nian", "lan hua cao zai shui bian", "kq7-vm2x wang",
			"tea-pot under stairs", "桂花开了三年整整", "yu-mai-hong-shu-1", "seven herons walk", "gewoon fietsen maar" })
	void takesPhrasesOfOnesOwn(String password) {
		assertThat(Passwords.fault(password, "caseworker")).isEmpty();
	}

	@Test
	void refusesWhatIsShortOrLong() {
		assertThat(Passwords.fault("kq7-vm2", "wang")).contains(PasswordFault.PASSWORD_TOO_SHORT);
		assertThat(Passwords.fault("老".repeat(25), "wang")).contains(PasswordFault.PASSWORD_TOO_LONG);
	}

	@Test
	void makesRandomOnesThatAreTaken() {
		String password = Passwords.random();
		assertThat(Passwords.fault(password, "admin")).isEmpty();
		assertThat(password).hasSize(23).isNotEqualTo(Passwords.random());
	}

}
