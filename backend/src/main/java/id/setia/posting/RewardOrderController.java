package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.members.OwnMembership;
import id.setia.rewards.OrderState;
import id.setia.rewards.RewardOrder;
import id.setia.rewards.RewardOrderListResponse;
import id.setia.rewards.RewardOrderResponse;
import id.setia.rewards.RewardOrders;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders of things that members took for points, over HTTP, for staff. */
@Controller("/api/v1/reward-orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class RewardOrderController {

    private final RewardOrders orders;
    private final RewardRedemptions redemptions;
    private final OwnMembership own;
    private final BusinessClock clock;

    RewardOrderController(
            RewardOrders orders,
            RewardRedemptions redemptions,
            OwnMembership own,
            BusinessClock clock) {
        this.orders = orders;
        this.redemptions = redemptions;
        this.own = own;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listRewardOrders",
            summary = "List orders",
            description = "Orders of things members took for points, the oldest first. Store managers see those of their stores.")
    RewardOrderListResponse list(
            Caller caller,
            @Parameter(description = "Only orders in this state.", example = "placed") @Nullable @QueryValue OrderState state,
            @Parameter(description = "Only orders to be fetched from this store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String storeId,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "bnRjXzAxa3E1enY0bTg") @Nullable @QueryValue String cursor) {
        Optional<Collection<UUID>> visible = stores(caller);
        Optional<UUID> asked = Optional.ofNullable(storeId)
                .map(text -> PublicId.STORE.parse(text).orElseThrow(() -> Problem.invalid("/storeId", "store_unknown")));
        Optional<Collection<UUID>> stores = asked.isPresent()
                ? Optional.of(visible.isEmpty() || visible.get().contains(asked.get()) ? Set.of(asked.get()) : Set.of())
                : visible;
        return orders.page(Optional.ofNullable(state), stores, Optional.ofNullable(cursor), limit);
    }

    @Get("/{rewardOrderId}")
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "getRewardOrder",
            summary = "Read an order",
            description = "An order. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<RewardOrderResponse> get(
            Caller caller,
            @Parameter(description = "The order.", example = "ord_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardOrderId) {
        return tagged(visible(caller, rewardOrderId).id());
    }

    @Put("/{rewardOrderId}/state")
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER})
    @Operation(
            operationId = "changeRewardOrderState",
            summary = "Move an order on, or cancel it",
            description = "From `placed` to `accepted`, `shipped` or `ready`, and to `delivered` in the end. Cancelling gives points"
                    + " and stock back. Nobody moves their own order.")
    HttpResponse<RewardOrderResponse> change(
            Caller caller,
            @Parameter(description = "The order.", example = "ord_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardOrderId,
            @Parameter(description = "`ETag` of the order.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid ChangeRewardOrderRequest request) {
        Version seen = Version.of(Optional.ofNullable(ifMatch));
        RewardOrder order = visible(caller, rewardOrderId);
        own.refuse(caller, Set.of(order.memberId()));
        if (request.state() == OrderState.CANCELLED) {
            redemptions.cancelOrder(caller, order, seen);
        } else {
            orders.change(caller, order.id(), request.state(), seen, clock.now());
        }
        return tagged(order.id());
    }

    private RewardOrder visible(Caller caller, String rewardOrderId) {
        Optional<Collection<UUID>> stores = stores(caller);
        return PublicId.REWARD_ORDER
                .parse(rewardOrderId)
                .flatMap(orders::find)
                .filter(order -> stores.isEmpty() || stores.get().contains(order.storeId()))
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_ORDER_NOT_FOUND));
    }

    private HttpResponse<RewardOrderResponse> tagged(UUID orderId) {
        RewardOrderResponse order = orders.one(orderId);
        return HttpResponse.ok(order).header(HttpHeaders.ETAG, new Version(order.version()).tag());
    }

    /** A store manager sees to their own stores, others to all. */
    private static Optional<Collection<UUID>> stores(Caller caller) {
        Caller.SignedInStaff staff = StaffCallers.of(caller);
        boolean everywhere = staff.roles().stream().anyMatch(role -> switch (role) {
            case ADMINISTRATOR, SERVICE_AGENT, AUDITOR -> true;
            case MARKETER, STORE_MANAGER, FINANCE, ANALYST -> false;
        });
        return everywhere ? Optional.empty() : Optional.of(List.copyOf(staff.stores()));
    }
}
