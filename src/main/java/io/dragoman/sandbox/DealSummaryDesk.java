package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the deals of the account and adds up their values, of the first API version. One euro is one of any other currency. */
final class DealSummaryDesk {
    private static final Set<String> KEYS = Set.of("status", "user_id", "pipeline_id", "stage_id");

    private final Account account;

    /** Deals of one currency. */
    private record Sum(int count, BigDecimal value) {
        Sum and(Sum other) {
            return new Sum(count + other.count, value.add(other.value));
        }
    }

    DealSummaryDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read("/api/v1/deals/summary", 40, this::summary);
    }

    private Answer summary(Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, KEYS);
        Map<String, Sum> sums = new TreeMap<>();
        account.records(Kind.DEAL)
                .visible()
                .filter(row -> account.listed(Kind.DEAL, row.id))
                .map(Row::record)
                .filter(deal -> !deal.path("is_archived").asBoolean(false) && asked(deal, query))
                .forEach(deal -> sums.merge(
                        deal.path("currency").asText(),
                        new Sum(1, deal.path("value").decimalValue()),
                        Sum::and));
        return Answer.data(view(sums));
    }

    private static boolean asked(ObjectNode deal, Map<String, String> query) {
        return query.entrySet().stream().allMatch(entry -> {
            String key = entry.getKey().equals("user_id") ? "owner_id" : entry.getKey();
            return deal.path(key).asText().equals(entry.getValue());
        });
    }

    private static ObjectNode view(Map<String, Sum> sums) {
        ObjectNode view = Json.object();
        ObjectNode values = view.putObject("values_total");
        ObjectNode weighted = view.putObject("weighted_values_total");
        Sum all = new Sum(0, BigDecimal.ZERO);
        for (Map.Entry<String, Sum> entry : sums.entrySet()) {
            String currency = entry.getKey();
            Sum sum = entry.getValue();
            String formatted = currency + " " + sum.value();
            values.putObject(currency)
                    .put("value", sum.value())
                    .put("count", sum.count())
                    .put("value_converted", sum.value())
                    .put("value_formatted", formatted)
                    .put("value_converted_formatted", formatted);
            weighted.putObject(currency)
                    .put("value", sum.value())
                    .put("count", sum.count())
                    .put("value_formatted", formatted);
            all = all.and(sum);
        }
        return view.put("total_count", all.count())
                .put("total_currency_converted_value", all.value())
                .put("total_weighted_currency_converted_value", all.value())
                .put("total_currency_converted_value_formatted", "EUR " + all.value())
                .put("total_weighted_currency_converted_value_formatted", "EUR " + all.value());
    }
}
