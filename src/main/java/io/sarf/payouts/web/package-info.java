/**
 * What all pages share: error pages, flash messages, cookies, security headers, the reader's language and time zone,
 * plain text. It knows no feature.
 */
@NullMarked
package io.sarf.payouts.web;

import org.jspecify.annotations.NullMarked;
