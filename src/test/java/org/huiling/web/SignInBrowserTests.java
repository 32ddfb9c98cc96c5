package org.huiling.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SignInBrowserTests {

	@ParameterizedTest
	@CsvSource({ "zh, 登录, 今天要办什么？, 您已退出。", "en, Sign in, What would you like to do?, You have signed out." })
	void signsInSeesWhatMayBeDoneAndSignsOut(String language, String title, String home, String out, Browser browser) {
		browser.signIn("tester", language);
		browser.see(home);
		browser.assertAccessible();
		browser.picture("home-" + language);
		browser.click(By.cssSelector("#tour button"));
		browser.gone(By.id("tour"));
		browser.driver().navigate().refresh();
		browser.see(home);
		browser.gone(By.id("tour"));
		browser.click(By.cssSelector(".masthead form[action$='logout'] button"));
		browser.see(out);
		assertThat(browser.driver().getTitle()).startsWith(title);
		browser.assertAccessible();
		browser.picture("login-" + language);
	}

	@Test
	void theLanguageIsChosenOnAnyPage(Browser browser) {
		browser.open("/login");
		browser.see("请联系管理员");
		browser.click(By.cssSelector(".masthead form button"));
		browser.see("Ask your administrator");
		assertThat(browser.path()).isEqualTo("/login");
	}

	@Test
	void wrongPasswordsAndWrongAddressesAreSaidWhatToDo(Browser browser) {
		browser.open("/login");
		browser.type(By.id("username"), "tester");
		browser.type(By.id("password"), "wrong");
		browser.click(By.cssSelector("main .button"));
		browser.see("账号或密码不对");
		browser.assertAccessible();
		browser.signIn("tester", "en");
		browser.open("/nothing-here");
		browser.see("There is no such page");
		browser.assertAccessible();
		browser.picture("not-found-en");
	}

}
