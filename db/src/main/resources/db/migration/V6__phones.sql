-- Phones as contacts: codes sent to them, contacts that are proven, when members were last here, what no longer needs sending.

ALTER TABLE message
  ADD COLUMN good_until DATETIME(6) NULL AFTER next_attempt_at;

ALTER TABLE member
  ADD COLUMN last_sign_in_at DATETIME(6) NULL AFTER joined_at;

ALTER TABLE member_identifier
  ADD COLUMN proven_at DATETIME(6) NULL AFTER created_at;

UPDATE member_identifier SET proven_at = created_at WHERE kind = 'email';

ALTER TABLE enrolment
  MODIFY COLUMN email VARBINARY(254) NULL,
  ADD COLUMN phone VARBINARY(20) NULL AFTER email,
  DROP COLUMN code_hash,
  DROP COLUMN code_expires_at,
  DROP COLUMN codes_sent,
  DROP COLUMN failures,
  ADD COLUMN code_id BINARY(16) NULL AFTER consents;

CREATE TABLE contact_code (
  id            BINARY(16)    NOT NULL,
  purpose       VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id    BINARY(16)    NULL,
  kind          VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value         VARBINARY(254) NOT NULL,
  code_hash     BINARY(32)    NULL,
  expires_at    DATETIME(6)   NOT NULL,
  failures      INT           NOT NULL,
  used_at       DATETIME(6)   NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY contact_code_subject (subject_id),
  KEY contact_code_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE session
  ADD COLUMN device VARCHAR(60) NULL AFTER csrf_hash;
