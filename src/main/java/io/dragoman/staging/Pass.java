package io.dragoman.staging;

/** The two times a source object is read: a record that joins another one comes after all that stand for themselves. */
public enum Pass {
    /** Records of their own. */
    LEADERS,
    /** Records that are the same as one of the leaders. */
    JOINED
}
