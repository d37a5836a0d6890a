package io.dragoman.mapping;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.util.Locale;

/** What can be wrong in a file somebody wrote; each code is explained in docs/mapping-language.md. */
enum Finding {
    BAD_YAML,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_WORD,
    WRONG_SHAPE,
    NO_MAPPINGS,
    UNKNOWN_SOURCE_OBJECT,
    UNKNOWN_SOURCE_FIELD,
    UNKNOWN_TARGET_KIND,
    UNKNOWN_TARGET_FIELD,
    REQUIRED_FIELD_NOT_MAPPED,
    FIELD_MAPPED_TWICE,
    FIELD_TYPE_DIFFERS,
    EXISTING_NOT_POSSIBLE,
    FIELD_NEITHER_USED_NOR_LEFT_BEHIND,
    USED_AND_LEFT_BEHIND,
    UNKNOWN_TRANSFORM,
    BAD_ARGUMENT,
    OPTIONS_NEEDED,
    OPTION_NOT_LISTED,
    STAGE_NOT_LISTED,
    PIPELINE_DIFFERS,
    UNKNOWN_MAPPING,
    LINK_KIND_DIFFERS,
    LINK_COUNT_DIFFERS,
    PHASE_CIRCLE,
    UNKNOWN_OVERRIDE,
    EXAMPLE_CLAIMS_NOTHING,
    EXAMPLE_FAILED;

    /** The code in reports: lower case, with hyphens. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem at(Place place, String advice) {
        return new Problem(code(), place.toString(), advice);
    }
}
