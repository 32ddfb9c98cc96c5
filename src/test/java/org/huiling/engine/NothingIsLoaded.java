package org.huiling.engine;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.ObjectName;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * After a test the virtual machine holds no class compiled from a rule file that it did
 * not hold before. Asked of the machine itself, so that no way of loading is overlooked.
 */
final class NothingIsLoaded implements BeforeEachCallback, AfterEachCallback {

	private static final Pattern RULE_CLASS = Pattern.compile("policy\\.rules\\.\\S+");

	private static Listed last = new Listed(-1, -1, Set.of());

	private Set<String> before = Set.of();

	@Override
	public void beforeEach(ExtensionContext context) throws JMException {
		this.before = ruleClasses();
	}

	@Override
	public void afterEach(ExtensionContext context) throws JMException {
		assertThat(this.before).containsAll(ruleClasses());
	}

	/**
	 * The rule classes that are loaded, each with the address of its loader. To list all
	 * classes of the machine takes long, so it is done only if one came or went since.
	 */
	static synchronized Set<String> ruleClasses() throws JMException {
		ClassLoadingMXBean counts = ManagementFactory.getClassLoadingMXBean();
		long loaded = counts.getTotalLoadedClassCount();
		long unloaded = counts.getUnloadedClassCount();
		if (last.loaded() != loaded || last.unloaded() != unloaded) {
			last = new Listed(loaded, unloaded, listed());
		}
		return new HashSet<>(last.classes());
	}

	private static Set<String> listed() throws JMException {
		Object all = ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmClassHierarchy",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		return RULE_CLASS.matcher(String.valueOf(all)).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/** What was listed, and how many classes had come and gone before. */
	private record Listed(long loaded, long unloaded, Set<String> classes) {
	}

}
