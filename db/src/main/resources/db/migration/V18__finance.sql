-- Finance: what a point counts for in the books by date, months closed for good with what was settled between partners, and partners that leave.

-- closing -----------------------------------------------------------------------------------------------------------

CREATE TABLE accounting_value (
  id            BINARY(16)    NOT NULL,
  valid_from    DATE          NOT NULL,
  value         DECIMAL(19,6) NOT NULL,
  set_by        BINARY(16)    NOT NULL,
  set_at        DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY accounting_value_from (valid_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE closing (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cut_at        DATETIME(6)   NOT NULL,
  attempts      INT           NOT NULL,
  after_member  BINARY(16)    NULL,
  members       BIGINT        NOT NULL,
  feed_position BIGINT        NOT NULL,
  point_value   DECIMAL(19,6) NOT NULL,
  breakage_rate DECIMAL(7,6)  NOT NULL,
  breakage_lots BIGINT        NOT NULL,
  started_at    DATETIME(6)   NOT NULL,
  finished_at   DATETIME(6)   NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE closing_total (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  issued        BIGINT        NOT NULL,
  opening       BIGINT        NOT NULL,
  redeemed      BIGINT        NOT NULL,
  expired       BIGINT        NOT NULL,
  adjusted      BIGINT        NOT NULL,
  moved         BIGINT        NOT NULL,
  debt_moved    BIGINT        NOT NULL,
  available     BIGINT        NOT NULL,
  pending       BIGINT        NOT NULL,
  held          BIGINT        NOT NULL,
  lots_over     BIGINT        NOT NULL,
  points_over   BIGINT        NOT NULL,
  lapsed_over   BIGINT        NOT NULL,
  PRIMARY KEY (month, funder_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE closing_redeemed (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  honouring_partner_id BINARY(16) NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (month, funder_id, honouring_partner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE closing_expiry (
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  funder_id     BINARY(16)    NOT NULL,
  expiry_month  CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points        BIGINT        NOT NULL,
  PRIMARY KEY (month, funder_id, expiry_month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE closing_member (
  member_id     BINARY(16)    NOT NULL,
  month         CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_seq      BIGINT        NOT NULL,
  to_seq        BIGINT        NOT NULL,
  PRIMARY KEY (member_id, month),
  KEY closing_member_month (month, member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE partner_settlement (
  partner_id    BINARY(16)    NOT NULL,
  made_at       DATETIME(6)   NOT NULL,
  last_month    CHAR(7)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  point_value   DECIMAL(19,6) NOT NULL,
  available     BIGINT        NOT NULL,
  pending       BIGINT        NOT NULL,
  held          BIGINT        NOT NULL,
  debt          BIGINT        NOT NULL,
  PRIMARY KEY (partner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE partner_settlement_item (
  partner_id    BINARY(16)    NOT NULL,
  debtor_id     BINARY(16)    NOT NULL,
  creditor_id   BINARY(16)    NOT NULL,
  points        BIGINT        NOT NULL,
  closed        BIGINT        NOT NULL,
  PRIMARY KEY (partner_id, debtor_id, creditor_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- partners ----------------------------------------------------------------------------------------------------------

ALTER TABLE partner
  ADD COLUMN leaves_at     DATETIME(6) NULL,
  ADD COLUMN refunds_until DATETIME(6) NULL,
  ADD COLUMN left_at       DATETIME(6) NULL,
  ADD COLUMN ended_at      DATETIME(6) NULL;
