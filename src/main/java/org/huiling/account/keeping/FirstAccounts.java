package org.huiling.account.keeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.account.password.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first accounts before anybody is answered: the administrator, and on the
 * trial set-up one for each other role. Their password is the operator's, or a random one
 * that is shown on the console, once, and never logged.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(FirstAccounts.class);

	/** The model district. */
	private static final RegionScope TRIAL_REGION = new RegionScope(List.of("379901"));

	/** How those of the trial are called, as the administrator in both languages. */
	private static final Map<Role, String> TRIAL_NAMES = Map.of(Role.CASE_WORKER, "经办人员 Case worker",
			Role.POLICY_EDITOR, "政策编辑 Policy editor", Role.POLICY_APPROVER, "政策审批 Policy approver", Role.BATCH_OPERATOR,
			"批处理人员 Batch operator", Role.PAYMASTER, "发放审批 Paymaster", Role.AUDITOR, "审计 Auditor");

	private final Accounts accounts;

	private final AccountRepository repository;

	private final TransactionTemplate transaction;

	private final String given;

	private final boolean trial;

	FirstAccounts(Accounts accounts, AccountRepository repository, TransactionTemplate transaction,
			@Value("${huiling.admin-password:}") String given,
			@Value("${huiling.trial-accounts:false}") boolean trial) {
		this.accounts = accounts;
		this.repository = repository;
		this.transaction = transaction;
		this.given = given;
		this.trial = trial;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String password = this.given.isEmpty() ? Passwords.random() : this.given;
		boolean made = Boolean.TRUE.equals(this.transaction.execute((status) -> make(password)));
		if (made && this.given.isEmpty()) {
			show(password);
		}
		else if (made && Passwords.fault(password, "admin").isPresent()) {
			logger.warn("HUILING_ADMIN_PASSWORD is short or easily guessed; change the password of the first accounts");
		}
	}

	private boolean make(String password) {
		this.repository.lock();
		if (this.repository.count() > 0) {
			return false;
		}
		// One hash for all: it is one password, and a slow one to hash.
		String hash = this.accounts.hash(password);
		make("admin", "管理员 Administrator", Role.ADMIN, RegionScope.NOWHERE, hash);
		if (this.trial) {
			trialAccounts()
				.forEach((name, role) -> make(name, TRIAL_NAMES.getOrDefault(role, name), role, TRIAL_REGION, hash));
		}
		return true;
	}

	private void make(String name, String displayName, Role role, RegionScope regions, String hash) {
		AccountChange content = new AccountChange(displayName, Set.of(role), regions, true, null);
		this.accounts.create(new NewAccount(name, content), hash);
	}

	private static Map<String, Role> trialAccounts() {
		Map<String, Role> accounts = new LinkedHashMap<>();
		accounts.put("caseworker", Role.CASE_WORKER);
		accounts.put("editor", Role.POLICY_EDITOR);
		accounts.put("approver", Role.POLICY_APPROVER);
		accounts.put("operator", Role.BATCH_OPERATOR);
		accounts.put("paymaster", Role.PAYMASTER);
		accounts.put("auditor", Role.AUDITOR);
		return accounts;
	}

	/** On the console only: what is logged may be kept, and read by others. */
	@SuppressWarnings("SystemOut")
	private void show(String password) {
		System.out.println();
		System.out.println("    账号 accounts: admin" + (this.trial ? ", " + trialAccounts().keySet() : ""));
		System.out.println("    首个密码，只显示这一次 · first password, shown this once: " + password);
		System.out.println();
	}

}
