# Built from a checkout; see docs/service.md. The port stays on the container's loopback: a proxy in the same network namespace publishes it.
FROM eclipse-temurin:17-jdk-jammy AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven=3.6.3-5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY mappings mappings
COPY src src
RUN mvn -q -B -Dquick -DskipTests package

FROM eclipse-temurin:17-jre-jammy
RUN groupadd --system --gid 10001 dragoman \
    && useradd --system --uid 10001 --gid dragoman --home-dir /var/lib/dragoman --create-home dragoman
WORKDIR /opt/dragoman
COPY --from=build /src/target/dragoman.jar target/dragoman.jar
COPY --from=build /src/target/lib target/lib
COPY routes routes
COPY mappings mappings
COPY demo demo
ENV MALLOC_ARENA_MAX=2 DRAGOMAN_LOG_FORMAT=json
USER dragoman
VOLUME /var/lib/dragoman
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /health/live HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q 200"]
ENTRYPOINT ["java", "-Xmx256m", "-Xms32m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-Ddragoman.home=/opt/dragoman", "-jar", "target/dragoman.jar"]
CMD ["serve", "--folder", "/var/lib/dragoman/migrations", "--port", "8090"]
