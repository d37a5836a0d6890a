package io.dragoman.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of this machine, without the internet; a test that needs it is skipped where there is none. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("dragoman.chromium", "/usr/bin/chromium"));

    /** Kept with the documents when asked for; looked at there by people. */
    private static final Path PICTURES =
            Boolean.getBoolean("dragoman.update") ? Path.of("docs", "console") : Path.of("target", "console");

    private static final int WIDTH = 1120;
    private static final int HEIGHT = 760;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + " here; name one with -Ddragoman.chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(List.of("--no-sandbox"))));
    }

    /** A window of its own, with a cookie of its own. */
    Page window() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What the browser complained of: scripts that failed, and what the page's policy forbade. */
    List<String> complaints() {
        return complaints;
    }

    /** Keeps how a page looks in light and in dark. */
    static void picture(Page page, String name) throws IOException {
        Files.createDirectories(PICTURES);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String word = scheme == ColorScheme.LIGHT ? "light" : "dark";
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + word + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** As on a phone; nothing may stand out on the right. */
    static boolean fitsPhone(Page page, String name) throws IOException {
        page.setViewportSize(390, 780);
        picture(page, name + "-phone");
        boolean fits = (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth");
        page.setViewportSize(WIDTH, HEIGHT);
        return fits;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
