package id.setia.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns of a file of members. */
enum MemberColumn implements FileColumn {
    MEMBER_NUMBER("membernumber", "membernumbers", "externalnumber", "customer", "customerid", "customernumber", "nomoranggota"),
    CARDS("cards", "card", "cardnumber", "cardnumbers", "kartu", "nomorkartu"),
    NAME("name", "nama"),
    PHONE("phone", "phonenumber", "mobile", "hp", "nohp", "nomorhp", "telepon"),
    EMAIL("email", "surel"),
    BIRTH_DATE("birthdate", "dateofbirth", "tanggallahir"),
    JOIN_DATE("joindate", "joinedat", "tanggalbergabung"),
    LANGUAGE("language", "bahasa"),
    TIER("tier", "tingkat"),
    TIER_UNTIL("tieruntil", "tingkatsampai"),
    OPENING("opening", "openingbalance", "saldoawal"),
    CONSENTS("consents", "consent", "persetujuan"),
    CONSENT_SOURCE("consentsource", "sumberpersetujuan"),
    CONSENT_TEXT("consenttext", "tekspersetujuan");

    private final Set<String> names;

    MemberColumn(String... names) {
        this.names = Set.of(names);
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Header<MemberColumn> header(List<String> titles) {
        return Header.of(titles, MemberColumn.class, List.of(List.of(MEMBER_NUMBER)));
    }
}
