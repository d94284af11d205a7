-- What an administrator sets up in the browser: versions of what staff edit, the programme's logo, names and states of tills,
-- when a client was last used, categories that earn nothing, and the public texts of terms and privacy notice.

ALTER TABLE program ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

CREATE TABLE program_logo (
  name          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  media_type    VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content       MEDIUMBLOB    NOT NULL,
  uploaded_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE partner ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE store ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE terminal ADD COLUMN name VARCHAR(80) NOT NULL DEFAULT '';
ALTER TABLE terminal ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE api_client ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE api_client ADD COLUMN last_used_at DATETIME(6) NULL;

CREATE TABLE category_exclusion (
  partner_id    BINARY(16)    NOT NULL,
  category      VARBINARY(800) NOT NULL,
  created_at    DATETIME(6)   NOT NULL,
  PRIMARY KEY (partner_id, category)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE document (
  id            BINARY(16)    NOT NULL,
  kind          VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effective_from DATE         NOT NULL,
  text_id       MEDIUMTEXT    NOT NULL,
  text_en       MEDIUMTEXT    NOT NULL,
  first_text    BOOLEAN       NOT NULL,
  published_by  BINARY(16)    NULL,
  published_at  DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY document_label (kind, label)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
