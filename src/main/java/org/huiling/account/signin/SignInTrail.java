package org.huiling.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.account.keeping.AccountDirectory;
import org.huiling.account.signin.Occurrences.Kind;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who signs in and out and from where, who fails to, and who is refused, on the audit
 * trail. Failures and refusals are one event for an address and a name in half an hour,
 * with their number: nobody fills the trail from outside.
 */
@Component
class SignInTrail implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SignInTrail.class);

	private static final Duration WHILE = Duration.ofMinutes(30);

	/** Names and addresses that are told apart at a time. */
	private static final int MOST = 1000;

	private static final int MOST_CALLERS = 10_000;

	/** Stands for every name that no account has: people type passwords there. */
	private static final String NO_ACCOUNT = "-";

	private final Cache<String, Boolean> callers = Caffeine.newBuilder()
		.maximumSize(MOST_CALLERS)
		.expireAfterWrite(WHILE)
		.build();

	private final Occurrences occurrences;

	private final AccountDirectory accounts;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private volatile @Nullable ScheduledExecutorService timer;

	SignInTrail(AccountDirectory accounts, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
		this.occurrences = new Occurrences(WHILE, MOST, clock);
		this.accounts = accounts;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Somebody called the API; the first time from an address they signed in. */
	void called(Authentication authentication, String address) {
		String caller = authentication.getName() + " " + address;
		if (this.callers.asMap().putIfAbsent(caller, Boolean.TRUE) == null) {
			try {
				record(AuditAction.SIGN_IN, authentication, address);
			}
			catch (RuntimeException ex) {
				this.callers.invalidate(caller);
				throw ex;
			}
		}
	}

	/** A name and a password, or a token, were not taken. */
	void failed(String name, String address) {
		String known = this.accounts.find(name).isPresent() ? name : NO_ACCOUNT;
		tell(this.occurrences.add(new Kind(AuditAction.SIGN_IN_FAILED, known, address)));
	}

	/** Somebody who is signed in may not do what they tried. */
	void refused(String name, String address) {
		tell(this.occurrences.add(new Kind(AuditAction.ACCESS_REFUSED, name, address)));
	}

	@EventListener
	void signedIn(InteractiveAuthenticationSuccessEvent event) {
		record(AuditAction.SIGN_IN, event.getAuthentication(), address(event.getAuthentication()));
	}

	@EventListener
	void signedOut(LogoutSuccessEvent event) {
		record(AuditAction.SIGN_OUT, event.getAuthentication(), address(event.getAuthentication()));
	}

	/** As whoever it was, also where they are signed in no more. */
	private void record(AuditAction action, Authentication authentication, String address) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext acting = SecurityContextHolder.createEmptyContext();
		acting.setAuthentication(authentication);
		SecurityContextHolder.setContext(acting);
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.trail.record(action, authentication.getName(), Map.of("address", address)));
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

	private void tell(Map<Kind, Integer> occurred) {
		if (!occurred.isEmpty()) {
			this.transaction.executeWithoutResult((status) -> occurred.forEach((kind, count) -> this.trail
				.record(kind.action(), kind.name(), Map.of("address", kind.address(), "count", count))));
		}
	}

	private static String address(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? String.valueOf(details.getRemoteAddress()) : "";
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "sign-in-trail");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> unused = started.scheduleWithFixedDelay(() -> tellUntold(false), 1, 1, TimeUnit.MINUTES);
		this.timer = started;
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.timer;
		if (started != null) {
			started.shutdownNow();
			this.timer = null;
			tellUntold(true);
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

	/** Stopped after the web server, so that nothing is left out. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** What cannot be written now is lost with its number only; the first was told. */
	private void tellUntold(boolean all) {
		try {
			tell(this.occurrences.untold(all));
		}
		catch (RuntimeException ex) {
			logger.warn("how often sign-ins failed cannot be written to the audit trail now", ex);
		}
	}

}
