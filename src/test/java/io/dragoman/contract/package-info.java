/**
 * The judge of the contract: holds everything that any test sends to a sandbox, and everything a sandbox answers, against Pipedrive's own
 * descriptions and against rules of ours for what those do not say.
 *
 * <p>No test has to ask for it. {@link io.dragoman.contract.ContractWitness} is shown every exchange of every sandbox of the test's
 * process; {@link io.dragoman.contract.ContractExtension} fails the test in which one of them broke the contract. Requests are judged when
 * they are the program's own, told by their user agent; answers always. Where the descriptions are not at hand the judge is silent, and
 * {@link io.dragoman.contract.ContractTest} says that it was skipped.
 */
@NullMarked
package io.dragoman.contract;

import org.jspecify.annotations.NullMarked;
