/** What tests stand on: the development stack, a browser, people who can sign up and read their mail. */
@NullMarked
package io.sarf.testing;

import org.jspecify.annotations.NullMarked;
