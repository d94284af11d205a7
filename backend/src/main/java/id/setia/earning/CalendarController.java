package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Dated lists over HTTP. */
@Controller("/api/v1/calendars")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class CalendarController {

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Lists calendars. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listCalendars",
            summary = "List calendars",
            description = "Dated lists that rules name, such as Ramadan or Harbolnas, by their codes.")
    CalendarListResponse list() {
        return new CalendarListResponse(calendars.all().stream().map(CalendarResponse::of).toList());
    }

    /** One calendar. */
    @Get("/{calendarId}")
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getCalendar",
            summary = "Read a calendar",
            description = "A calendar with its days. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<CalendarResponse> get(
            @Parameter(description = "The calendar.", example = "cal_01kq5zv4m8e7t9b3x2c1d0f6ga") String calendarId) {
        return tagged(calendars.one(id(calendarId)), HttpStatus.OK);
    }

    /** Makes a calendar. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createCalendar",
            summary = "Make a calendar",
            description = "Makes a dated list under a code of its own; sending it again is refused.")
    HttpResponse<CalendarResponse> create(Caller caller, @Body @Valid CreateCalendarRequest request) {
        return tagged(calendars.create(caller, request), HttpStatus.CREATED);
    }

    /** Changes a calendar. */
    @Put("/{calendarId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeCalendar",
            summary = "Change a calendar",
            description = "Writes name and days anew, for all rules that name it. Purchases judged before stay as they are.")
    HttpResponse<CalendarResponse> change(
            Caller caller,
            @Parameter(description = "The calendar.", example = "cal_01kq5zv4m8e7t9b3x2c1d0f6ga") String calendarId,
            @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The `ETag` of what the change was made from.", example = "\"1\"")
                    String ifMatch,
            @Body @Valid ChangeCalendarRequest request) {
        return tagged(
                calendars.change(caller, id(calendarId), Version.of(Optional.ofNullable(ifMatch)), request), HttpStatus.OK);
    }

    /** Throws a calendar away. */
    @Delete("/{calendarId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "deleteCalendar",
            summary = "Delete a calendar",
            description = "Only a calendar that no rule in force or to come names can go.")
    void delete(
            Caller caller,
            @Parameter(description = "The calendar.", example = "cal_01kq5zv4m8e7t9b3x2c1d0f6ga") String calendarId,
            @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    String ifMatch) {
        calendars.delete(caller, id(calendarId), Version.of(Optional.ofNullable(ifMatch)));
    }

    private static UUID id(String text) {
        return PublicId.CALENDAR.parseOr(text, ProblemCode.CALENDAR_NOT_FOUND);
    }

    private static HttpResponse<CalendarResponse> tagged(Calendar calendar, HttpStatus status) {
        return HttpResponse.<CalendarResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(calendar.version()).tag())
                .body(CalendarResponse.of(calendar));
    }
}
