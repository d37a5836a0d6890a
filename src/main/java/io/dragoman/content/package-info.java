/**
 * The bytes of the files that records name: where they lie, whether they may be read, how large they are and what they are.
 *
 * <p>Doors: {@link io.dragoman.content.Contents} opens them, {@link io.dragoman.content.Measuring} reads them once for what must be known
 * before they are sent, and {@link io.dragoman.content.FileNames} makes their names safe. No file is ever held in memory. How a target
 * takes files does not belong here.
 */
@NullMarked
package io.dragoman.content;

import org.jspecify.annotations.NullMarked;
