package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.SealKey;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.mapping.Surroundings;
import io.dragoman.model.Mapping;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.TargetKind;
import io.dragoman.run.OwnerMatch;
import io.dragoman.staging.Staging;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One migration opened for work: its files read, its ledger open, its routes started. Everything is closed in reverse
 * order; the staged export is gone then.
 */
final class Engine implements AutoCloseable {
    private final Home home;
    private final MigrationFile file;
    private final Blueprint blueprint;
    private final Ledger ledger;
    private final SealKey seal;
    private final Budget budget;
    private final Staging staging;
    private final OwnerMatch owners;
    private final Roads roads;

    private Engine(Home home, MigrationFile file, Blueprint blueprint, SealKey seal, Ledger ledger, Staging staging) {
        this.home = home;
        this.file = file;
        this.blueprint = blueprint;
        this.seal = seal;
        this.ledger = ledger;
        this.staging = staging;
        this.budget = Budget.of(file, ledger);
        this.owners = new OwnerMatch(
                ledger.owners(), userMappings(), file.owners().map(), file.owners().fallback());
        this.roads = Roads.start(this);
    }

    /** Opens everything; a part that fails closes those before it. */
    static Engine open(MigrationFile file, Home home) {
        Blueprint blueprint = Blueprint.read(home, file.mappings());
        SealKey seal = SealKey.at(file.workFolder().resolve("seal.key"));
        Ledger ledger = Ledger.open(file.ledgerAddress(System.getenv()), file.name(), seal);
        try {
            SourceLayout layout = Objects.requireNonNull(
                    blueprint.sources().get(file.source().system()), "the migration file was checked");
            Staging staging = Staging.open(file.workFolder().resolve("staging"), layout);
            try {
                return new Engine(home, file, blueprint, seal, ledger, staging);
            } catch (RuntimeException e) {
                staging.close();
                throw e;
            }
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private Set<String> userMappings() {
        return blueprint.mappings().all().stream()
                .filter(mapping -> mapping.targetKind().equals("user"))
                .map(Mapping::name)
                .collect(Collectors.toSet());
    }

    Home home() {
        return home;
    }

    MigrationFile file() {
        return file;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    Map<String, TargetKind> kinds() {
        return Objects.requireNonNull(blueprint.targets().get(file.target().system()), "the migration file was checked");
    }

    Ledger ledger() {
        return ledger;
    }

    SealKey seal() {
        return seal;
    }

    Budget budget() {
        return budget;
    }

    Staging staging() {
        return staging;
    }

    OwnerMatch owners() {
        return owners;
    }

    Roads roads() {
        return roads;
    }

    @Override
    public void close() {
        roads.close();
        staging.close();
        ledger.close();
    }
}
