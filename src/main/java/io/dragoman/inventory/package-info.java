/**
 * What a source holds and how good it is, before anything is moved: counted, weighed and never changed.
 *
 * <p>Doors: {@link io.dragoman.inventory.Inventory} counts what a finished staging holds, {@link io.dragoman.inventory.Grades}
 * says what that is worth. Which column is a birth date and which an e-mail address, the layout tells; nothing here knows a
 * system. Results are counts, names of files and columns, codes and keys. A value appears only where its class is
 * {@code none}, and otherwise at most in its form. Printing does not belong here.
 */
@NullMarked
package io.dragoman.inventory;

import org.jspecify.annotations.NullMarked;
