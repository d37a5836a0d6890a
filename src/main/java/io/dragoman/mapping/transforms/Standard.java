package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Transform;
import java.util.List;

/** The registry: one line for each transform. */
public final class Standard {
    private Standard() {}

    /** All transforms that come with Dragoman, by theme. */
    public static List<Transform> transforms() {
        return List.of(
                new Constant(),
                new Default(),
                Flag.whenMissing(),
                Flag.whenPresent(),
                new NothingIf(),
                new Trim(),
                new CollapseSpace(),
                new UpperCase(),
                new LowerCase(),
                new NameCase(),
                Affix.prefix(),
                Affix.suffix(),
                new Digits(),
                new Substring(),
                new Truncate(),
                new HtmlToText(),
                new SplitName(),
                Join.words(),
                Join.lines(),
                Join.with(),
                Ends.first(),
                Ends.last(),
                new Distinct(),
                new At(),
                new JoinAt(),
                new Labels(),
                new Pick(),
                new Count(),
                new Sum(),
                new Phone(),
                Online.email(),
                Online.url(),
                new Address(),
                new Country(),
                new State(),
                DateOrTime.date(),
                DateOrTime.time(),
                new DateTime(),
                Utc.date(),
                Utc.time(),
                new AddDays(),
                new Year(),
                new Number(),
                Amount.money(),
                Amount.cents(),
                new AmountIn(),
                new YesNo(),
                new Values(),
                new LinkTemplate(),
                new MinutesToDuration());
    }
}
