package org.huiling.account.keeping;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.huiling.account.CurrentUser;
import org.huiling.account.keeping.AccountKeeping.Kept;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps accounts, and lets everybody change their own password. */
@Tag(name = "accounts", description = "账号 · accounts")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

	private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

	private final AccountKeeping accounts;

	private final CurrentUser user;

	AccountController(AccountKeeping accounts, CurrentUser user) {
		this.accounts = accounts;
		this.user = user;
	}

	@Operation(operationId = "listAccounts", summary = "账号列表 · accounts by name")
	@GetMapping
	Listing<AccountView> accounts(Paging paging) {
		return this.accounts.page(paging);
	}

	@Operation(operationId = "getAccount", summary = "一个账号 · one account, with its ETag")
	@GetMapping("/{name}")
	ResponseEntity<AccountView> account(@PathVariable String name) {
		return answer(this.accounts.get(name));
	}

	@Operation(operationId = "whoAmI", summary = "我是谁 · who is signed in")
	@GetMapping("/me")
	AccountView me() {
		return new AccountView(this.user.name(), this.user.name(), this.user.roles().stream().sorted().toList(),
				this.user.regions().prefixes(), true);
	}

	@Operation(operationId = "createAccount", summary = "新建账号 · makes an account")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<AccountView> create(@RequestBody AccountBody wanted) {
		Kept made = this.accounts.create(wanted);
		return ResponseEntity.created(URI.create("/api/v1/accounts/" + made.account().name()))
			.eTag(etag(made))
			.body(made.account());
	}

	@Operation(operationId = "changeAccount", summary = "修改账号 · changes the fields given; a password resets it")
	@PatchMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<AccountView> change(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody AccountChangeBody change) {
		return answer(this.accounts.change(name, revision(ifMatch), change));
	}

	@Operation(operationId = "changeOwnPassword", summary = "修改自己的密码 · changes one's own password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PutMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> changePassword(HttpServletRequest request, @RequestBody PasswordBody change) {
		this.accounts.changeOwnPassword(change, request.getRemoteAddr());
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<AccountView> answer(Kept account) {
		return ResponseEntity.ok().eTag(etag(account)).body(account.account());
	}

	private static String etag(Kept account) {
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
