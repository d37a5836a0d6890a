package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Holds one exchange against the official descriptions. */
final class Judge {
    private final Operations operations;
    private final RequestCheck requests;
    private final AnswerCheck answers;

    Judge(Descriptions descriptions) {
        this.operations = descriptions.operations();
        this.requests = new RequestCheck(descriptions);
        this.answers = new AnswerCheck(descriptions);
    }

    /** Everything that is wrong with the request, and with what the sandbox took for it. */
    List<String> request(Asked asked) {
        Optional<Operation> operation = operations.find(asked.method(), asked.path());
        if (operation.isEmpty()) {
            return List.of("no such operation is described, or it is out of support");
        }
        if (operation.get().retired()) {
            return List.of("the operation is marked deprecated");
        }
        int price = asked.seen().price();
        if (price != 0 && price != operation.get().tokens()) {
            return List.of("cost " + price + " tokens in the sandbox and "
                    + operation.get().tokens() + " by its description");
        }
        return requests.faults(asked);
    }

    /** Everything that is wrong with an answer of success. */
    List<String> answer(Asked asked, JsonNode answer) {
        return operations
                .find(asked.method(), asked.path())
                .map(operation -> answers.faults(operation, asked.seen().status(), answer))
                .orElse(List.of("answered, but no such operation is described"));
    }
}
