package io.dragoman.app;

/** What a saved plan has to do with a journey: it is made by one, or carried out by one, or has nothing to do with it. */
interface JourneyPlan {
    JourneyPlan NONE = new JourneyPlan() {};

    /** Of a plan that looks at some records only: it says nothing of a run, so no forecast is made of it. */
    JourneyPlan OF_SOME = new JourneyPlan() {
        @Override
        public boolean speaksOfARun() {
            return false;
        }
    };

    default boolean speaksOfARun() {
        return true;
    }

    /** After the account was looked at, before the first record. @throws io.dragoman.model.RunProblem to refuse the journey */
    default void begins(String run, Preparation preparation) {}

    /** After the last record; not after a stop. */
    default void ended(String run, Preparation preparation) {}
}
