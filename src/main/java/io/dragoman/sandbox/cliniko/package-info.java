/**
 * A small, strict stand-in of Cliniko's API on 127.0.0.1, read-only, for the demo, the tests and the bench.
 *
 * <p>Doors: {@link io.dragoman.sandbox.cliniko.ClinikoSandbox} starts and stops one account;
 * {@link io.dragoman.sandbox.cliniko.ClinikoSettings} says how it behaves; {@link io.dragoman.sandbox.cliniko.Clinic} is what it holds.
 *
 * <p>Where the documents are silent, the stand-in takes the reading that hurts a careless client most. The chosen readings:
 *
 * <ul>
 *   <li>A request without the key, without a {@code User-Agent} that names a contact, or that does not accept JSON is refused.
 *   <li>Lists leave out what is archived, and of appointments and attendees what is cancelled, unless a filter asks for it.
 *   <li>A filter on a field that a resource does not have is 400, as is a filter value of the wrong type.
 *   <li>The total stands in most lists, in some under a misspelt name, in some not at all. A list without rows has none.
 *   <li>Requests over the rate are 429 with the second at which the minute has room again; they do not count themselves.
 *   <li>What the role of the key's user may not see is 403, or shorter: practitioners get their own notes only, and nobody is told.
 *   <li>The bytes of an attachment are at an address of another host, which is good once and refuses whoever shows a credential.
 *   <li>An attachment that is still being worked on has no bytes yet: 404.
 * </ul>
 *
 * <p>This package knows nothing of the rest of the product, and only {@code app} and tests may import it.
 */
@NullMarked
package io.dragoman.sandbox.cliniko;

import org.jspecify.annotations.NullMarked;
