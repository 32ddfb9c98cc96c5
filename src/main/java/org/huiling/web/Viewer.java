package org.huiling.web;

import java.util.List;
import java.util.Locale;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditTrail;
import org.huiling.web.help.Desk;

/**
 * Who looks at a page, as its layout needs it.
 *
 * @param name the account's
 * @param signedIn false where nobody is
 * @param roles theirs
 * @param places where they may go
 * @param path of the page, without its query
 * @param english whether they read English
 */
public record Viewer(String name, boolean signedIn, List<Role> roles, List<Place> places, String path,
		boolean english) {

	static Viewer of(CurrentUser user, String path, Locale locale) {
		boolean signedIn = !AuditTrail.SYSTEM.equals(user.name());
		return new Viewer(user.name(), signedIn, user.roles().stream().sorted().toList(), Place.openTo(user.roles()),
				path, Locale.ENGLISH.getLanguage().equals(locale.getLanguage()));
	}

	/** Where help about the page stands. */
	public String help() {
		return Desk.about(this.path, this.roles);
	}

	/**
	 * Whether they have a role.
	 * @param role its name, such as {@code CASE_WORKER}
	 * @return true if it is one of theirs
	 */
	public boolean has(String role) {
		return this.roles.contains(Role.valueOf(role));
	}

}
