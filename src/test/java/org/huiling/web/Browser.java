package org.huiling.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.huiling.TestAccounts;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A headless Chromium before the service under test. */
public final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final JsonMapper JSON = new JsonMapper();

	private static final String AXE = read("/axe.min.js");

	/** The narrowest that is common. */
	private static final int PHONE = 375;

	private static final List<String> GRAVE = List.of("serious", "critical");

	private final ChromeDriver driver;

	private String service = "";

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	/** Starts one, without looking for drivers elsewhere. */
	static Browser start(Path chromium, Path chromedriver) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.toFile());
		options.addArguments("--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking",
				"--disable-component-update", "--no-first-run", "--disable-dev-shm-usage", "--accept-lang=zh-CN");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
		ChromeDriverService driver = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile())
			.usingAnyFreePort()
			.build();
		return new Browser(new ChromeDriver(driver, options));
	}

	/** Forgets whoever was signed in, and everything that was complained about. */
	void begin(String address) {
		this.service = address;
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		this.driver.manage().window().setSize(new Dimension(1280, 900));
		this.driver.get(address + "/favicon.svg");
		this.driver.manage().deleteAllCookies();
		this.driver.manage().logs().get(LogType.BROWSER);
		this.driver.manage().logs().get(LogType.PERFORMANCE);
	}

	/**
	 * Signs in by the form.
	 * @param account one of {@link TestAccounts}
	 * @param language {@code zh} or {@code en}
	 */
	public void signIn(String account, String language) {
		this.driver.manage().addCookie(new Cookie("huiling.language", language, "/"));
		open("/login");
		type(By.id("username"), account);
		type(By.id("password"), TestAccounts.PASSWORD);
		click(By.cssSelector("main .button"));
		see(By.cssSelector(".masthead form[action$='logout']"));
	}

	/** Forgets who was signed in. */
	public void signOut() {
		this.driver.manage().deleteAllCookies();
	}

	/**
	 * Shows pages as wide as a phone or a desk, until the next test.
	 * @param width in pixels
	 */
	public void widen(int width) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
	}

	/**
	 * Opens a page.
	 * @param path its path
	 */
	public void open(String path) {
		this.driver.get(this.service + path);
	}

	/**
	 * Fills a field of a form.
	 * @param field where it is
	 * @param text what is typed into it; a date or month as the page's script sees it
	 */
	public void type(By field, String text) {
		WebElement element = see(field);
		if (List.of("date", "month").contains(String.valueOf(element.getDomAttribute("type")))) {
			this.driver.executeScript("arguments[0].value = arguments[1];"
					+ "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))", element, text);
		}
		else {
			element.clear();
			element.sendKeys(text);
		}
	}

	/**
	 * Clicks.
	 * @param element where
	 */
	public void click(By element) {
		until().until(ExpectedConditions.elementToBeClickable(element)).click();
	}

	/**
	 * Clicks on what leads to another page, or to the same one anew, and waits until the
	 * page at hand is gone.
	 * @param element where
	 */
	public void leave(By element) {
		WebElement page = this.driver.findElement(By.tagName("html"));
		click(element);
		until().until(ExpectedConditions.stalenessOf(page));
	}

	/**
	 * Clicks what hands out a file, and waits for it.
	 * @param element where
	 * @param file where it comes to lie, by the name it is handed out under
	 */
	public void download(By element, Path file) {
		this.driver.executeCdpCommand("Browser.setDownloadBehavior",
				Map.of("behavior", "allow", "downloadPath", file.getParent().toString()));
		click(element);
		until().until((driver) -> Files.exists(file));
	}

	/**
	 * Waits until something is seen.
	 * @param element where it is
	 * @return what is seen
	 */
	public WebElement see(By element) {
		return until().until(ExpectedConditions.visibilityOfElementLocated(element));
	}

	/**
	 * Waits until something is no longer there.
	 * @param element where it was
	 */
	public void gone(By element) {
		until().until(ExpectedConditions.numberOfElementsToBe(element, 0));
	}

	/**
	 * Waits until something cannot be seen any more.
	 * @param element where it was
	 */
	public void hidden(By element) {
		until().until(ExpectedConditions.invisibilityOfElementLocated(element));
	}

	/**
	 * Waits until a text is seen.
	 * @param text anywhere in the page's content
	 */
	public void see(String text) {
		until().until(ExpectedConditions.textToBePresentInElementLocated(By.id("content"), text));
	}

	/**
	 * What the page's content says.
	 * @return its text
	 */
	public String text() {
		return this.driver.findElement(By.id("content")).getText();
	}

	/**
	 * The page's address.
	 * @return its path and query
	 */
	public String path() {
		return String.valueOf(this.driver.getCurrentUrl()).substring(this.service.length());
	}

	/**
	 * The browser itself, for what is not offered here.
	 * @return the driver
	 */
	public ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Fails if axe finds something serious on the page, or if it is wider than a phone.
	 */
	public void assertAccessible() {
		if (Boolean.TRUE.equals(this.driver.executeScript("return window.axe === undefined"))) {
			this.driver.executeScript(AXE);
		}
		Object found = this.driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
				+ "axe.run(document, {resultTypes: ['violations'], preload: false, iframes: false}).then((result) => done(JSON.stringify("
				+ "result.violations.map((one) => ({id: one.id, impact: one.impact, help: one.help,"
				+ " nodes: one.nodes.map((node) => node.html)})))))");
		List<String> grave = new ArrayList<>();
		for (JsonNode violation : JSON.readTree(String.valueOf(found))) {
			if (GRAVE.contains(violation.path("impact").asString())) {
				grave.add(violation.toString());
			}
		}
		assertThat(grave).as("axe on " + path()).isEmpty();
	}

	/**
	 * Keeps what is seen, if the system property {@code huiling.screenshots} names a
	 * directory.
	 * @param name of the file, without its ending
	 */
	public void picture(String name) {
		String directory = System.getProperty("huiling.screenshots");
		if (directory == null) {
			return;
		}
		for (int width : List.of(1280, 390)) {
			this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
			Object height = this.driver.executeScript("return document.documentElement.scrollHeight");
			Object wide = this.driver.executeScript("return document.documentElement.scrollWidth");
			assertThat(((Number) wide).intValue()).as(name + " is as wide as the window").isLessThanOrEqualTo(width);
			this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height",
					Math.min(((Number) height).intValue(), 4000), "deviceScaleFactor", 1, "mobile", false));
			try {
				Files.write(Path.of(directory, name + "-" + width + ".png"),
						this.driver.getScreenshotAs(OutputType.BYTES));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
	}

	/**
	 * Fails if anything on the page has to be moved sideways to be read on a phone.
	 * @param name of the picture, which is kept as others are
	 */
	public void assertFitsAPhone(String name) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", PHONE, "height", 812, "deviceScaleFactor", 1, "mobile", false));
		try {
			Object wide = this.driver.executeScript("return document.documentElement.scrollWidth");
			Object moved = this.driver
				.executeScript("return Array.from(document.querySelectorAll('.wide, .menu ul')).filter((one) =>"
						+ " one.offsetParent && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 300))");
			String directory = System.getProperty("huiling.screenshots");
			if (directory != null) {
				Object height = this.driver.executeScript("return document.documentElement.scrollHeight");
				this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", PHONE, "height",
						Math.min(((Number) height).intValue(), 4000), "deviceScaleFactor", 1, "mobile", false));
				Files.write(Path.of(directory, name + "-" + PHONE + ".png"),
						this.driver.getScreenshotAs(OutputType.BYTES));
			}
			assertThat(((Number) wide).intValue()).as(name + " is as wide as a phone").isLessThanOrEqualTo(PHONE);
			assertThat((List<?>) moved).as(name + " has nothing to be moved sideways").isEmpty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		}
	}

	/** Fails if the console holds an error, or if another host was asked for anything. */
	void assertNothingWrong() {
		List<String> errors = this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
			.map(LogEntry::getMessage)
			.filter((message) -> !isAnswered(message))
			.toList();
		long left = errors.stream().filter(Browser::isLeft).count();
		// htmx tells twice of a request that was under way when the page was left
		long told = errors.stream().filter((message) -> message.contains("htmx:afterRequest")).count();
		errors = errors.stream()
			.filter((message) -> !isLeft(message) && !(message.contains("htmx:afterRequest") && told <= left))
			.toList();
		assertThat(errors).as("errors in the console").isEmpty();
		String host = URI.create(this.service).getAuthority();
		List<String> asked = this.driver.manage()
			.logs()
			.get(LogType.PERFORMANCE)
			.getAll()
			.stream()
			.map((entry) -> JSON.readTree(entry.getMessage()).path("message"))
			.filter((message) -> "Network.requestWillBeSent".equals(message.path("method").asString()))
			.map((message) -> message.at("/params/request/url").asString())
			.filter((url) -> url.startsWith("http"))
			.toList();
		assertThat(asked).as("requests, all to this host")
			.isNotEmpty()
			.allSatisfy((url) -> assertThat(URI.create(url).getAuthority()).isEqualTo(host));
	}

	private static boolean isLeft(String message) {
		return message.contains("htmx:sendAbort");
	}

	/** Chromium notes every answer of 400 and above, also those that a test asks for. */
	private static boolean isAnswered(String message) {
		return message.contains("the server responded with a status of 4")
				|| message.contains("Response Status Error Code 4");
	}

	private WebDriverWait until() {
		WebDriverWait wait = new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50));
		// while one page gives way to the next, what was found is sometimes gone
		wait.ignoring(WebDriverException.class);
		wait.withMessage(() -> "the page " + path() + " says: " + text());
		return wait;
	}

	private static String read(String resource) {
		try (InputStream in = Browser.class.getResourceAsStream(resource)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
