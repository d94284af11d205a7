-- What tills begin and people finish on the portal: members enrolled by phone who have not claimed their membership yet,
-- and receipts of nobody that whoever holds the paper may claim by its code.

-- Who enrolled whom where. An unclaimed membership's time runs from counted_from, the later of enrolment and last
-- purchase; it is empty once the membership is claimed or erased.
CREATE TABLE till_enrolment (
  member_id     BINARY(16)    NOT NULL,
  partner_id    BINARY(16)    NOT NULL,
  store_id      BINARY(16)    NOT NULL,
  client_id     BINARY(16)    NOT NULL,
  cashier       VARCHAR(60)   NULL,
  enrolled_at   DATETIME(6)   NOT NULL,
  counted_from  DATETIME(6)   NULL,
  warned_at     DATETIME(6)   NULL,
  PRIMARY KEY (member_id),
  KEY till_enrolment_due (counted_from, member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Somebody on the way to claim a membership: proves the phone by a code, then says who they are.
CREATE TABLE member_claim (
  id            BINARY(16)    NOT NULL,
  phone         VARBINARY(254) NOT NULL,
  card          VARBINARY(254) NULL,
  language      CHAR(2)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id     BINARY(16)    NULL,
  code_id       BINARY(16)    NULL,
  proven_at     DATETIME(6)   NULL,
  finished_at   DATETIME(6)   NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY member_claim_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The code of a receipt is derived from its purchase by a key and never stored, only what it is found by.
CREATE TABLE receipt_claim (
  code_hash     BINARY(32)    NOT NULL,
  purchase_id   BINARY(16)    NOT NULL,
  used_at       DATETIME(6)   NULL,
  PRIMARY KEY (code_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
