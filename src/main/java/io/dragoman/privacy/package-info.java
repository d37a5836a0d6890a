/**
 * Takes out of a source record what the policy keeps in the practice, before anything else sees it. The door is
 * {@link io.dragoman.privacy.Screen}; {@link io.dragoman.privacy.Tokens} makes what travels instead under the pseudonymous
 * policy. What a policy allows is the model's to say; how values are changed is the mapping's.
 */
@NullMarked
package io.dragoman.privacy;

import org.jspecify.annotations.NullMarked;
