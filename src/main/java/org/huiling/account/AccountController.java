package org.huiling.account;

import java.io.InputStream;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.huiling.input.StrictJson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps accounts, and lets everybody change their own password. */
@Tag(name = "accounts", description = "账号 · accounts")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

	private final Accounts accounts;

	private final AccountKeeping keeping;

	private final CurrentUser user;

	AccountController(Accounts accounts, AccountKeeping keeping, CurrentUser user) {
		this.accounts = accounts;
		this.keeping = keeping;
		this.user = user;
	}

	@Operation(summary = "账号列表 · accounts by name")
	@GetMapping
	Listing<AccountView> accounts(Paging paging) {
		return this.accounts.page(paging);
	}

	@Operation(summary = "一个账号 · one account, with its ETag")
	@GetMapping("/{name}")
	ResponseEntity<AccountView> account(@PathVariable String name) {
		return answer(this.accounts.get(name));
	}

	@Operation(summary = "我是谁 · who is signed in")
	@GetMapping("/me")
	AccountView me() {
		return new AccountView(this.user.name(), this.user.name(), this.user.roles().stream().sorted().toList(),
				this.user.regions().prefixes(), true);
	}

	@Operation(summary = "新建账号 · makes an account")
	@PostMapping
	ResponseEntity<AccountView> create(InputStream body) {
		Account account = this.accounts.create(AccountReader.account(StrictJson.read(body)));
		return ResponseEntity.created(URI.create("/api/v1/accounts/" + account.name()))
			.eTag(etag(account))
			.body(AccountView.of(account));
	}

	@Operation(summary = "修改账号 · changes the fields given; a password resets it")
	@PatchMapping("/{name}")
	ResponseEntity<AccountView> change(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, InputStream body) {
		return answer(this.accounts.change(name, revision(ifMatch), AccountReader.change(StrictJson.read(body), name)));
	}

	@Operation(summary = "修改自己的密码 · changes one's own password")
	@PutMapping("/me/password")
	ResponseEntity<Void> changePassword(HttpServletRequest request, InputStream body) {
		this.keeping.changeOwnPassword(StrictJson.read(body), request.getRemoteAddr());
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<AccountView> answer(Account account) {
		return ResponseEntity.ok().eTag(etag(account)).body(AccountView.of(account));
	}

	private static String etag(Account account) {
		return "\"" + account.revision() + "\"";
	}

	/** A tag that was never ours is as stale as an old one. */
	private static @Nullable Integer revision(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.strip().equals("*")) {
			return null;
		}
		Matcher tag = ETAG.matcher(ifMatch.strip());
		return tag.matches() ? Integer.valueOf(tag.group(1)) : Integer.valueOf(-1);
	}

}
