package id.setia.platform;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.partners.ApiClients;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.products.ProductCatalogue;
import id.setia.products.ProductCorrection;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the shops of a demonstration: stores, tills with credentials that everybody may know, and goods on the shelves. */
@Singleton
class DemoPremises {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final Set<Scope> OF_TILLS = EnumSet.of(
            Scope.PURCHASES_READ,
            Scope.PURCHASES_WRITE,
            Scope.REFUNDS_WRITE,
            Scope.HOLDS_WRITE,
            Scope.MEMBERS_READ,
            Scope.MEMBERS_WRITE,
            Scope.MEMBERS_LOOKUP,
            Scope.OFFERS_READ,
            Scope.REWARDS_READ,
            Scope.VOUCHERS_WRITE,
            Scope.PROGRAM_READ);
    private static final Set<Scope> OF_SYSTEMS = EnumSet.complementOf(EnumSet.of(Scope.LEDGER_READ));

    private final PartnerDirectory partners;
    private final ApiClients clients;
    private final ProductCatalogue catalogue;

    DemoPremises(PartnerDirectory partners, ApiClients clients, ProductCatalogue catalogue) {
        this.partners = partners;
        this.clients = clients;
        this.catalogue = catalogue;
    }

    /** A till and where it stands. */
    record Till(Store store, Terminal terminal) {}

    /** The tills, by the code of their store. */
    Map<String, Till> open(Partner owner) {
        Map<String, Till> tills = new HashMap<>();
        DemoShop.OWN.forEach(shop -> tills.put(shop.code(), open(owner, shop)));
        Partner cafe = partners.createPartner(NOBODY, DemoShop.CAFE_PARTNER, "Kopi Senja", false);
        tills.put(DemoShop.CAFE.code(), open(cafe, DemoShop.CAFE));
        catalogue.correctAll(goods(owner));
        catalogue.settle(NOBODY, owner.id(), "Rokok", false);
        openSystems(owner, cafe);
        return tills;
    }

    private Till open(Partner partner, DemoShop.Shop shop) {
        Store store = partners.createStore(NOBODY, partner.id(), shop.code(), shop.name(), shop.timeZone(), shop.region());
        Terminal terminal = partners.createTerminal(NOBODY, store.id(), "1", "Dekat pintu masuk");
        clients.create(
                NOBODY,
                shop.clientId(),
                partner.id(),
                Optional.of(terminal.id()),
                "Kasir 1, " + shop.name(),
                OF_TILLS,
                shop.clientSecret());
        return new Till(store, terminal);
    }

    /** Systems that no terminal stands for: the web shop, that everybody may know, and two whose secrets nobody is told, one no longer used. */
    private void openSystems(Partner owner, Partner cafe) {
        Set<Scope> ofShops = EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE, Scope.MEMBERS_LOOKUP, Scope.OFFERS_READ);
        clients.create(
                NOBODY,
                DemoShop.ONLINE.clientId(),
                owner.id(),
                Optional.empty(),
                DemoShop.ONLINE.name(),
                OF_SYSTEMS,
                DemoShop.ONLINE.clientSecret());
        clients.create(NOBODY, "demo-kopi-senja-pesanan", cafe.id(), Optional.empty(), "Aplikasi pesanan Kopi Senja", ofShops);
        clients.revoke(
                NOBODY,
                clients.create(NOBODY, "demo-erp-lama", owner.id(), Optional.empty(), "ERP lama", EnumSet.of(Scope.PURCHASES_READ))
                        .id());
    }

    private static List<ProductCorrection> goods(Partner owner) {
        return DemoShop.GOODS.stream()
                .map(goods -> new ProductCorrection(
                        owner.id(),
                        goods.sku(),
                        Optional.of(goods.name()),
                        Optional.of(goods.category()),
                        Optional.of(goods.brand()),
                        Optional.of("CV Pemasok " + goods.brand()),
                        Optional.of(goods.earns())))
                .toList();
    }
}
