package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.InDoubt;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.SchemaItem.Made;

/**
 * Makes what an account lacks before the first record. It is only asked for what the catalogue does not show, so after a lost answer an
 * item of the wanted name is the one just made.
 */
public final class Preparer {
    private final Calls calls;
    private final Recipes recipes;

    Preparer(Calls calls, Recipes recipes) {
        this.calls = calls;
        this.recipes = recipes;
    }

    /**
     * Makes one item. Besides the names in {@link io.dragoman.model.Bindings}, a custom field binds {@code type/person/Name} to its
     * type, because values are written by it.
     *
     * @throws InDoubt when it cannot be found out whether the item was made
     */
    public Made make(SchemaItem item) {
        Recipe recipe = recipes.of(item);
        try {
            return send(recipe);
        } catch (InDoubt lost) {
            return again(recipe, lost);
        }
    }

    /** What is not there yet may still arrive, and so it may when this second look is stopped: whoever asked waits, and looks again. */
    private Made again(Recipe recipe, InDoubt lost) {
        try {
            return recipe.found().orElseThrow(() -> lost);
        } catch (RunProblem stop) {
            lost.addSuppressed(stop);
            throw lost;
        }
    }

    private Made send(Recipe recipe) {
        JsonNode answer = calls.send(recipe.request());
        return recipe.made(answer.path("data"));
    }
}
