package io.dragoman.service.jmx;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.service.Station;
import io.dragoman.service.Verb;
import io.dragoman.service.Watch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the service's beans under {@code io.dragoman}, and sends news when an order or an edition changes. */
public final class Beans implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Beans.class);
    private static final String DOMAIN = "io.dragoman:";

    private final MBeanServer server;
    private final Function<String, Verb> verbs;
    private final Map<String, MigrationBean> migrations = new ConcurrentHashMap<>();

    /** @param verbs by name */
    public Beans(MBeanServer server, Function<String, Verb> verbs) {
        this.server = server;
        this.verbs = verbs;
    }

    static ObjectName name(Station station) {
        return named("type=Migration,name=" + station.name());
    }

    private static ObjectName name(Station station, Order order) {
        return named("type=Run,migration=" + station.name() + ",order=" + order.id());
    }

    private static ObjectName named(String keys) {
        try {
            return new ObjectName(DOMAIN + keys);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("names of migrations and orders are letters, digits and hyphens", e);
        }
    }

    @Override
    public void served(Station station) {
        MigrationBean bean = new MigrationBean(station, verbs);
        migrations.put(station.name(), bean);
        register(bean, name(station));
    }

    @Override
    public void gone(Station station) {
        migrations.remove(station.name());
        remove(name(station));
    }

    @Override
    public void changed(Station station, Order order) {
        if (order.state() == OrderState.RUNNING && station.underWay(order.id()).isPresent()) {
            register(new RunBean(station, order), name(station, order));
        } else if (order.state() != OrderState.WAITING) {
            remove(name(station, order));
        }
        MigrationBean bean = migrations.get(station.name());
        if (bean != null) {
            bean.tell(
                    MigrationBean.ORDER_CHANGED,
                    station.name() + " " + order.id() + " " + order.verb() + ": "
                            + order.state().word());
        }
    }

    @Override
    public void edited(Station station) {
        MigrationBean bean = migrations.get(station.name());
        if (bean != null) {
            String how = station.badEdit().isEmpty()
                    ? "edition " + station.edition().id()
                    : "edit refused, " + station.badEdit().size() + " problems";
            bean.tell(MigrationBean.EDITED, station.name() + " " + how);
        }
    }

    private void register(Object bean, ObjectName name) {
        try {
            if (!server.isRegistered(name)) {
                server.registerMBean(bean, name);
            }
        } catch (JMException e) {
            LOG.warn("A bean was not registered ({})", e.getClass().getSimpleName());
        }
    }

    private void remove(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException gone) {
            LOG.debug("There was no bean of this name");
        } catch (JMException e) {
            LOG.warn("A bean was not removed ({})", e.getClass().getSimpleName());
        }
    }
}
