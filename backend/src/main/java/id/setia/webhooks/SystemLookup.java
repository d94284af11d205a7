package id.setia.webhooks;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the machine's resolver. */
@Singleton
class SystemLookup implements HostLookup {

    @Override
    public List<InetAddress> find(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
