-- What members often buy is counted at night, so that reading a member opens none of their purchases.

-- Only of those who let themselves be profiled, and only what is a habit: a JSON object of categories, as tills named
-- them, with how many purchases of half a year held each.
CREATE TABLE member_habit (
  member_id     BINARY(16)    NOT NULL,
  bought        TEXT          NOT NULL,
  PRIMARY KEY (member_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
