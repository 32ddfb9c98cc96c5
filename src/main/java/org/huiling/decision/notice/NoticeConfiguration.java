package org.huiling.decision.notice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of notices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeNumberSettings.class)
class NoticeConfiguration {

}
