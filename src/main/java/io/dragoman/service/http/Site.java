package io.dragoman.service.http;

import io.dragoman.model.Problem;
import java.util.List;

/** What is served beside the resources, for people. */
public interface Site {
    /** Its pages. */
    List<Endpoint> endpoints();

    /** What a browser is shown instead of a page. @param status of HTTP; 401 for somebody unknown */
    Reply instead(Request request, int status, List<Problem> problems);
}
