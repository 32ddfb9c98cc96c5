package org.huiling.account.signin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.huiling.account.SignedInAccount;
import org.huiling.account.keeping.Account;
import org.huiling.account.keeping.AccountDirectory;
import org.huiling.account.password.PasswordCheck;
import org.huiling.account.password.Passwords;
import org.huiling.account.password.SlowChecks;
import org.huiling.account.password.TooManyFailures;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in by name and password. Whether a name exists cannot be told from the answer,
 * nor from how long it takes; after too many failures nothing is tried for a while.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider, PasswordCheck {

	/** Fits no password, and takes as long as any other to say so. */
	private static final String NOBODYS_PASSWORD = "{bcrypt}$2a$" + SecurityConfiguration.BCRYPT_STRENGTH + "$"
			+ ".".repeat(53);

	/** Tries of one name wait for each other, so that many at once are not many tries. */
	private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

	private final AccountDirectory accounts;

	private final VerifiedCredentials verified;

	private final FailedSignIns failures;

	private final SlowChecks slow;

	private final PasswordEncoder encoder;

	private final SignInTrail signIns;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	PasswordSignIn(AccountDirectory accounts, VerifiedCredentials verified, FailedSignIns failures, SlowChecks slow,
			PasswordEncoder encoder, SignInTrail signIns, AuditTrail trail, TransactionTemplate transaction) {
		this.accounts = accounts;
		this.verified = verified;
		this.failures = failures;
		this.slow = slow;
		this.encoder = encoder;
		this.signIns = signIns;
		this.trail = trail;
		this.transaction = transaction;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication tried) {
		Account account = check(tried.getName(), String.valueOf(tried.getCredentials()), address(tried));
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken
			.authenticated(new SignedInAccount(account.name(), account.revision()), null, account.authorities());
		token.setDetails(tried.getDetails());
		return token;
	}

	@Override
	public void require(String name, String password, String address) {
		check(name, password, address);
	}

	private Account check(String name, String password, String address) {
		if (this.failures.isLocked(name)) {
			throw tooMany(name, address);
		}
		Optional<Account> known = known(name, password);
		return known.isPresent() ? known.get() : checkInTurn(name, password, address);
	}

	private Optional<Account> known(String name, String password) {
		return this.accounts.find(name)
			.filter((account) -> account.enabled() && this.verified.holds(account, password));
	}

	private Account checkInTurn(String name, String password, String address) {
		if (!this.slow.enter(address)) {
			throw TooManyFailures.atOnce();
		}
		try {
			return checkInsideTurn(name, password, address);
		}
		finally {
			this.slow.leave(address);
		}
	}

	private Account checkInsideTurn(String name, String password, String address) {
		Lock turn = this.turns[Math.floorMod(name.hashCode(), this.turns.length)];
		turn.lock();
		try {
			if (this.failures.isLocked(name) || this.failures.isTiresome(address)) {
				throw tooMany(name, address);
			}
			return known(name, password).orElseGet(() -> checkSlowly(name, password, address));
		}
		finally {
			turn.unlock();
		}
	}

	private Account checkSlowly(String name, String password, String address) {
		Optional<Account> account = this.accounts.find(name);
		String hash = account.map(Account::password).orElse(NOBODYS_PASSWORD);
		boolean right = Passwords.isShortEnough(password)
				&& this.slow.check(() -> this.encoder.matches(password, hash));
		if (!right || account.filter(Account::enabled).isEmpty()) {
			if (this.failures.add(name, address) && account.isPresent()) {
				this.transaction
					.executeWithoutResult((status) -> this.trail.record(AuditAction.ACCOUNT_LOCKED, name, Map.of()));
			}
			this.signIns.failed(name, address);
			throw new BadCredentialsException("name or password is wrong");
		}
		this.failures.forget(name);
		this.verified.add(account.get(), password);
		return account.get();
	}

	private TooManyFailures tooMany(String name, String address) {
		this.signIns.failed(name, address);
		return new TooManyFailures(this.failures.locked());
	}

	private static String address(Authentication tried) {
		return (tried.getDetails() instanceof WebAuthenticationDetails details)
				? String.valueOf(details.getRemoteAddress()) : "";
	}

}
