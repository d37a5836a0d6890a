/**
 * A small, strict, stateful stand-in of the Pipedrive API on 127.0.0.1, for the demo and the tests.
 *
 * <p>Doors: {@link io.dragoman.sandbox.Sandbox} starts and stops one account; {@link io.dragoman.sandbox.SandboxSettings} says how
 * it behaves; {@link io.dragoman.sandbox.Faults} makes it fail on purpose; {@link io.dragoman.sandbox.SandboxStats} and
 * {@link io.dragoman.sandbox.RecordedRequest} tell what it saw. Everything else is inside.
 *
 * <p>Where the real service is documented, the sandbox follows the documents. Where its behaviour is not known, the sandbox takes the
 * reading that hurts a careless client most and harms a careful one least. The chosen readings:
 *
 * <ul>
 *   <li>{@code null} in a create is refused unless the description allows it; in a change it clears a text, a date or a link.
 *   <li>Times are kept to the second, so {@code updated_since} with a fraction of a second can miss a record of the same second.
 *   <li>Requests refused with 400 or 404 cost tokens; requests refused with 401, 403 (ban) or 429 do not.
 *   <li>A request that the rest of the day's tokens cannot pay ends the day: everything is 429 until the next one.
 *   <li>A refused arrival counts in the burst window like an accepted one.
 *   <li>A day that is used up answers 429 with {@code Retry-After: 1}, as was seen live, although waiting a second is of no use.
 *   <li>Contact-sync fields of persons and profile fields of organizations are switched off: 403. {@code marketing_status} is checked and
 *       then ignored.
 *   <li>Malformed nesting of {@code custom_fields} answers 500 with {@code ERR_UNKNOWN}, every time.
 *   <li>A field takes at most 500 options; a number field at most 14 digits; names at most 255 characters.
 *   <li>A new pipeline has no stages. A stage or pipeline that still holds deals cannot be deleted, nor can the last pipeline.
 *   <li>Deleting a person or organization leaves the records that point at it; the link reads as null. Deleting a deal hides its lines.
 *   <li>Search finds a new record late and still finds a deleted one for as long. Lists are up to date at once.
 *   <li>A file needs a parent and a byte, has at most 50 million bytes, and keeps the name it was sent with. Of its bytes only the digest is
 *       kept, so it cannot be downloaded.
 *   <li>A deal over the cap is refused with {@code feature_capping_deals_limit}, or, when the settings say so, taken and kept out of all
 *       lists; both are told of the real service.
 *   <li>The changelog has every change of a field, the newest first, and no create; with the account's own token the source is {@code api}.
 *   <li>There are no projects or saved filters: their ids do not exist and their paths answer 404 with HTML.
 * </ul>
 *
 * <p>A fault that is due on a request which the limits or the token check refuse is not injected: there was nothing to lose.
 *
 * <p>This package knows nothing of the rest of the product, and only {@code app} and tests may import it. It is not the judge of the
 * contract; the official description is.
 */
@NullMarked
package io.dragoman.sandbox;

import org.jspecify.annotations.NullMarked;
