package dev.kaitsu.wiring.observe;

import dev.kaitsu.port.out.FulfillmentListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners the same; one that fails neither stops the others nor the work. */
public final class AllListeners {
  private static final Logger LOG = LoggerFactory.getLogger(AllListeners.class);

  private AllListeners() {}

  public static FulfillmentListener of(List<FulfillmentListener> listeners) {
    var all = List.copyOf(listeners);
    return (FulfillmentListener)
        Proxy.newProxyInstance(
            FulfillmentListener.class.getClassLoader(),
            new Class<?>[] {FulfillmentListener.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(all, arguments);
              }
              for (FulfillmentListener listener : all) {
                try {
                  method.invoke(listener, arguments);
                } catch (InvocationTargetException failure) {
                  LOG.error("A listener failed at {}", method.getName(), failure.getCause());
                }
              }
              return null;
            });
  }
}
