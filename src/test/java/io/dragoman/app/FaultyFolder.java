package io.dragoman.app;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder whose files are read through a watch, which may let a read fail. Nothing is written through it. */
final class FaultyFolder extends FileSystemProvider {
    private final Watch watch;
    private final FileSystem system;

    /** Decides about every opening of a file and every read in it. Called by several threads. */
    interface Watch {
        void reads(Path file) throws IOException;
    }

    private FaultyFolder(FileSystem real, Watch watch) {
        this.watch = watch;
        this.system = new FaultyFileSystem(real, this);
    }

    static Path of(Path folder, Watch watch) {
        return new FaultyFolder(folder.getFileSystem(), watch).wrap(folder);
    }

    private Path wrap(Path real) {
        return (Path) Proxy.newProxyInstance(
                FaultyFolder.class.getClassLoader(),
                new Class<?>[] {Path.class, Wrapped.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("real")) {
                        return real;
                    }
                    if (method.getName().equals("getFileSystem")) {
                        return system;
                    }
                    try {
                        Object answer = method.invoke(real, unwrap(given));
                        return answer instanceof Path path ? wrap(path) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** How a path of this folder is told from others. */
    private interface Wrapped {
        Path real();
    }

    private static Object @Nullable [] unwrap(Object @Nullable [] given) {
        return given == null
                ? null
                : Arrays.stream(given)
                        .map(one -> one instanceof Wrapped wrapped ? wrapped.real() : one)
                        .toArray();
    }

    private static Path real(Path path) {
        return path instanceof Wrapped wrapped ? wrapped.real() : path;
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... given)
            throws IOException {
        Path file = real(path);
        watch.reads(file);
        SeekableByteChannel channel = Files.newByteChannel(file, options, given);
        return (SeekableByteChannel) Proxy.newProxyInstance(
                FaultyFolder.class.getClassLoader(),
                new Class<?>[] {SeekableByteChannel.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        watch.reads(file);
                    }
                    try {
                        Object answer = method.invoke(channel, arguments);
                        return answer == channel ? proxy : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> wrapped = new ArrayList<>();
        try (DirectoryStream<Path> real = Files.newDirectoryStream(real(folder))) {
            real.forEach(path -> wrapped.add(wrap(path)));
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return wrapped.iterator();
            }

            @Override
            public void close() {
                wrapped.clear();
            }
        };
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path file = real(path);
        file.getFileSystem().provider().checkAccess(file, modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(real(path), type, options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
