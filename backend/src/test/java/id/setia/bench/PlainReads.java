package id.setia.bench;

import id.setia.db.DatabaseAddress;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What reading a member costs by itself: the rows behind profile, balance, tier and offers, by their keys, on one connection. */
final class PlainReads {

    private static final List<String> QUERIES = List.of(
            "SELECT * FROM member WHERE id = ?",
            "SELECT * FROM member_identifier WHERE member_id = ?",
            "SELECT * FROM points_account WHERE member_id = ?",
            "SELECT * FROM points_lot WHERE member_id = ? AND open = 1",
            "SELECT * FROM standing WHERE member_id = ?",
            "SELECT * FROM offer_activation WHERE member_id = ?",
            "SELECT * FROM consent WHERE member_id = ?");

    private PlainReads() {}

    /** Members a second. */
    static double measure(DatabaseAddress address, long firstId, int members, int seconds) throws SQLException {
        Random random = new Random(9);
        try (Connection connection = address.connect()) {
            List<PreparedStatement> selects = new ArrayList<>();
            for (String query : QUERIES) {
                selects.add(connection.prepareStatement(query));
            }
            long began = System.nanoTime();
            long read = 0;
            while (System.nanoTime() - began < seconds * 1_000_000_000L) {
                byte[] member = UuidBytes.of(Clones.member(firstId, random.nextInt(members)));
                for (PreparedStatement select : selects) {
                    read(select, member);
                }
                read++;
            }
            return read / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void read(PreparedStatement select, byte[] member) throws SQLException {
        select.setBytes(1, member);
        try (ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    row.getObject(column);
                }
            }
        }
    }
}
