/**
 * The pages a browser shows at the service's address, made here and sent as they are: no build step, nothing from the internet, and every text
 * from a ledger, an export or a person shown as text. What is under way, and what verbs do, is known to the service; what mappings and reports
 * say is known to {@link io.dragoman.console.Library}. Door: {@link io.dragoman.console.Pages}.
 */
@NullMarked
package io.dragoman.console;

import org.jspecify.annotations.NullMarked;
