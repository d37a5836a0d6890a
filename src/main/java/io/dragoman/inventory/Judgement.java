package io.dragoman.inventory;

import io.dragoman.model.ContentProblem;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What an inventory cannot know by itself: what counts as an address or a number here, which day it is, and where files are.
 *
 * @param email whether a text can be an e-mail address
 * @param phone whether a text can be a telephone number in the practice's country
 * @param largestFile bytes that the account takes
 */
public record Judgement(
        Predicate<String> email, Predicate<String> phone, LocalDate today, Files files, long largestFile) {
    /** Files that rows name. */
    public interface Files {
        /**
         * Bytes of a file; empty for an address, which has to be fetched to be known.
         *
         * @throws ContentProblem when the path leads to no file that may be read
         */
        OptionalLong size(String where) throws ContentProblem;
    }
}
