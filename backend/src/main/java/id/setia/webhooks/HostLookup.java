package id.setia.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
interface HostLookup {

    List<InetAddress> find(String host) throws UnknownHostException;
}
