package id.setia.products;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Cursor;
import id.setia.kernel.Objections;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.TextLine;
import id.setia.kernel.Version;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Products over HTTP. */
@Controller("/api/v1/products")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Products")
class ProductController {

    private final ProductCatalogue catalogue;
    private final Whose whose;

    ProductController(ProductCatalogue catalogue, Whose whose) {
        this.catalogue = catalogue;
        this.whose = whose;
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR}, scopes = Scope.PRODUCTS_READ)
    @Operation(
            operationId = "listProducts",
            summary = "List products",
            description = "The products of a partner in the order of their SKUs, page by page. Systems of partners other than the"
                    + " program's owner read their own.")
    ProductListResponse list(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Parameter(description = "Whose products; without it the program owner's, to a partner's system its own.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                    String partnerId,
            @Nullable
                    @QueryValue
                    @Parameter(description = "A part of the name, or the beginning of the SKU.", example = "beras")
                    String query,
            @Nullable
                    @QueryValue
                    @Parameter(description = "Only those of the category and of what is below it.", example = "Bahan pokok")
                    String category,
            @Nullable @QueryValue @Parameter(description = "Only those that earn, or only those that do not.", example = "false")
                    Boolean earns,
            @Nullable @QueryValue @Min(1) @Max(200) Integer limit,
            @Nullable @QueryValue String cursor) {
        ProductFilter filter = new ProductFilter(
                whose.of(caller, partnerId),
                ProductText.filled(query),
                ProductText.filled(category),
                Optional.ofNullable(earns));
        Page<Product> page = catalogue.list(
                filter, cursor == null ? "" : Cursor.place(cursor), Optional.ofNullable(limit).orElse(50));
        return new ProductListResponse(
                page.items().stream().map(ProductResponse::of).toList(),
                page.nextCursor().orElse(null));
    }

    @Get("/categories")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR}, scopes = Scope.PRODUCTS_READ)
    @Operation(
            operationId = "listCategories",
            summary = "List categories",
            description = "The categories of a partner's products, each after the one it is part of.")
    CategoryListResponse categories(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Parameter(description = "Whose products; without it the program owner's, to a partner's system its own.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                    String partnerId) {
        return new CategoryListResponse(catalogue.categories(whose.of(caller, partnerId)));
    }

    @Put("/categories")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "settleCategory",
            summary = "Settle whether a category earns",
            description = "Says of every product of a category, of what is below it and of what is yet to be seen, whether buying it can give points. Doing so again changes nothing.")
    SettledCategoryResponse settle(@Body @Valid SettleCategoryRequest request, Caller caller) {
        String category = ProductText.category(request.category());
        new Objections()
                .unless(!category.isEmpty(), "/category", "category_needed")
                .add(TextLine.objectionUnlessEmpty("/category", category, ProductText.LONGEST_CATEGORY))
                .refuse();
        UUID partner = whose.of(request.partnerId());
        return new SettledCategoryResponse(
                category, request.earns(), catalogue.settle(caller, partner, category, request.earns()));
    }

    @Get("/{productId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR}, scopes = Scope.PRODUCTS_READ)
    @Operation(
            operationId = "getProduct",
            summary = "Read a product",
            description = "A product; `ETag` names its version.")
    HttpResponse<ProductResponse> get(
            Caller caller,
            @Parameter(description = "The product.", example = "prd_AY9yG0RnRwe2mzxSPk4sDzg5OTEwMDE") String productId) {
        ProductKey key = ProductKey.parse(productId);
        if (!whose.mayRead(caller, key.partnerId())) {
            throw Problem.of(ProblemCode.PRODUCT_NOT_FOUND);
        }
        return answer(Optional.ofNullable(catalogue.products(key.partnerId(), List.of(key.sku())).get(key.sku()))
                .orElseThrow(() -> Problem.of(ProblemCode.PRODUCT_NOT_FOUND)));
    }

    private static HttpResponse<ProductResponse> answer(Product product) {
        return HttpResponse.ok(ProductResponse.of(product))
                .header(HttpHeaders.ETAG, product.version().tag());
    }

    @Put("/{productId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeProduct",
            summary = "Change a product",
            description = "Says what a product is and whether it earns; later purchases are judged by it. From then on receipts teach nothing more about it.")
    HttpResponse<ProductResponse> change(
            @Parameter(description = "The product.", example = "prd_AY9yG0RnRwe2mzxSPk4sDzg5OTEwMDE") String productId,
            @Body @Valid ChangeProductRequest product,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        ProductKey key = ProductKey.parse(productId);
        Version from = Version.of(Optional.ofNullable(ifMatch));
        new Objections()
                .add(TextLine.objection("/name", product.name(), ProductText.LONGEST_NAME))
                .add(ProductText.objection("/category", product.category(), ProductText.LONGEST_CATEGORY))
                .add(ProductText.objection("/brand", product.brand(), ProductText.LONGEST_OTHER))
                .add(ProductText.objection("/supplier", product.supplier(), ProductText.LONGEST_OTHER))
                .refuse();
        return answer(catalogue.change(
                caller,
                key.partnerId(),
                key.sku(),
                present -> present.restated(
                        TextLine.normal(product.name()),
                        ProductText.filled(product.category()).map(ProductText::category),
                        ProductText.filled(product.brand()),
                        ProductText.filled(product.supplier()),
                        product.earns()),
                from));
    }
}
