package io.dragoman.contract;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test in which an exchange with a sandbox broke the contract. Found by JUnit itself, for every test. */
public final class ContractExtension implements AfterEachCallback, AfterAllCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        judge();
    }

    /** What was sent while a class was closed belongs to the class. */
    @Override
    public void afterAll(ExtensionContext testClass) {
        judge();
    }

    private static void judge() {
        List<String> faults = Trial.OF_THIS_PROCESS.judge();
        if (!faults.isEmpty()) {
            throw new AssertionError("The contract with Pipedrive was broken:\n  " + String.join("\n  ", faults));
        }
    }
}
