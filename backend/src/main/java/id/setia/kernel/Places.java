package id.setia.kernel;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The places of one row in a statement that writes many; counted from 1 in each row. */
public final class Places {

    private final PreparedStatement statement;
    private final int before;

    Places(PreparedStatement statement, int before) {
        this.statement = statement;
        this.before = before;
    }

    public void setBytes(int place, byte[] value) throws SQLException {
        statement.setBytes(before + place, value);
    }

    public void setString(int place, String value) throws SQLException {
        statement.setString(before + place, value);
    }

    public void setInt(int place, int value) throws SQLException {
        statement.setInt(before + place, value);
    }

    public void setLong(int place, long value) throws SQLException {
        statement.setLong(before + place, value);
    }

    public void setBoolean(int place, boolean value) throws SQLException {
        statement.setBoolean(before + place, value);
    }

    public void setBigDecimal(int place, BigDecimal value) throws SQLException {
        statement.setBigDecimal(before + place, value);
    }

    /** A date, a time or a boxed number; null where there is none. */
    public void setObject(int place, Object value) throws SQLException {
        statement.setObject(before + place, value);
    }

    public void setNull(int place, int type) throws SQLException {
        statement.setNull(before + place, type);
    }
}
