/**
 * The embedded MariaDB: unpacked, installed, started and stopped by Setia itself. It owns no table; the migrations lie
 * beside it under {@code db/migration}.
 */
package id.setia.db;
