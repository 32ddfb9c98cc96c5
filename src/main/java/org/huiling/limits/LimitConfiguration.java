package org.huiling.limits;

import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardManager;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the limits into Tomcat, after Spring Boot has set it up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

	/**
	 * Behind what tells the callers' addresses where a proxy stands before the service.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(LimitSettings settings) {
		return (tomcat) -> {
			tomcat.setProtocol(CountedProtocol.class.getName());
			tomcat.addConnectorCustomizers((connector) -> {
				if (connector.getProtocolHandler() instanceof CountedProtocol protocol) {
					protocol.limit(settings.connectionsOfAddress());
				}
			});
			tomcat.addEngineValves(new UnsignedBodies(settings));
			tomcat.addContextCustomizers((context) -> {
				ManagerBase sessions = (context.getManager() instanceof ManagerBase given) ? given
						: new StandardManager();
				sessions.setMaxActiveSessions(settings.sessions());
				context.setManager(sessions);
			});
		};
	}

}
