package org.huiling.account.keeping;

/**
 * An account to be made.
 *
 * @param name the account's name
 * @param content all its fields, the password as typed
 */
record NewAccount(String name, AccountChange content) {
}
