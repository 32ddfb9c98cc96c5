package org.huiling.account.keeping;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** Accounts are loaded and saved whole. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(enableDefaultTransactions = false)
class AccountConfiguration {

}
