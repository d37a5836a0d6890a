package io.dragoman.ledger;

import java.nio.file.Path;

/** The databases a ledger lies in; every test of what a ledger promises runs on both. */
enum Store {
    HSQLDB {
        @Override
        LedgerAddress fresh(Path folder) {
            return new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", "");
        }
    },
    POSTGRESQL {
        @Override
        LedgerAddress fresh(Path folder) {
            return PostgresCluster.newSchema();
        }
    };

    /** A place that holds no ledger yet. */
    abstract LedgerAddress fresh(Path folder);
}
