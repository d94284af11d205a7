package id.setia.access;

import java.util.Set;
import java.util.UUID;

/** A member of staff who may sign in to the back office. */
public record StaffAccount(UUID id, String email, String name, Set<Role> roles) {}
