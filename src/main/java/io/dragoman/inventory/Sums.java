package io.dragoman.inventory;

import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import io.dragoman.staging.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Walks over amounts and adds them up. A sum of few is shown as nobody's: it could be told whose it is. */
final class Sums {
    /** As many have to stand behind a sum before it is told. */
    private static final int FEW = 5;

    private Sums() {}

    static OpenCount open(Census census, Topic topic, AtomicLong walked) {
        List<String> columns = new ArrayList<>(topic.columns("status"));
        columns.addAll(topic.columns("amount"));
        columns.addAll(topic.columns("since"));
        boolean hasAmount = !topic.columns("amount").isEmpty();
        boolean hasSince = !topic.columns("since").isEmpty();
        long rows = 0;
        long open = 0;
        BigDecimal amount = BigDecimal.ZERO;
        String oldest = "";
        try (Walk walk = census.walk(topic.object(), columns)) {
            while (walk.hasNext()) {
                Walk.Step row = walk.next();
                rows++;
                walked.incrementAndGet();
                if (!topic.columns("done").contains(row.cell(0).orElse(""))) {
                    open++;
                    amount = hasAmount ? amount.add(number(row.cell(1))) : amount;
                    oldest = hasSince ? older(oldest, row.cell(columns.size() - 1)) : oldest;
                }
            }
        }
        return new OpenCount(
                topic.object(), rows, open, told(hasAmount, open, amount), told(!oldest.isEmpty(), open, oldest));
    }

    static OwedCount owed(Census census, Topic topic, AtomicLong walked) {
        long rows = 0;
        long owing = 0;
        long credit = 0;
        BigDecimal total = BigDecimal.ZERO;
        try (Walk walk = census.walk(topic.object(), topic.columns("amounts"))) {
            while (walk.hasNext()) {
                BigDecimal sum =
                        walk.next().cells().stream().map(Sums::number).reduce(BigDecimal.ZERO, BigDecimal::add);
                rows++;
                walked.incrementAndGet();
                owing += sum.signum() > 0 ? 1 : 0;
                credit += sum.signum() < 0 ? 1 : 0;
                total = total.add(sum);
            }
        }
        return new OwedCount(topic.object(), rows, owing, credit, told(true, owing + credit, total));
    }

    private static <T> Optional<T> told(boolean known, long behind, T what) {
        return known && behind >= FEW ? Optional.of(what) : Optional.empty();
    }

    private static String older(String oldest, Optional<String> date) {
        return date.isPresent() && (oldest.isEmpty() || date.get().compareTo(oldest) < 0) ? date.get() : oldest;
    }

    /** What is no amount is told with the cells that are wrong, and counts as nothing. */
    private static BigDecimal number(Optional<String> text) {
        return text.filter(one -> one.matches("-?\\d{1,16}(\\.\\d{0,8})?"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }
}
