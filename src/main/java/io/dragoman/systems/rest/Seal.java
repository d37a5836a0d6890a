package io.dragoman.systems.rest;

/** Closes what is kept on disk so that only this practice's key opens it again. */
public interface Seal {
    /** The same bytes give another text each time. */
    String seal(byte[] plain);

    /** @throws io.dragoman.model.RunProblem when another key closed it, or it was changed since */
    byte[] open(String sealed);
}
