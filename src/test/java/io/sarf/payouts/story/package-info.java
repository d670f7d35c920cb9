/**
 * Stories: the packaged product, a real identity provider, database, browser and bank, and people who use them from the
 * first page to the last cent.
 */
package io.sarf.payouts.story;
