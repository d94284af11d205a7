-- The total a voucher was used for, so that the use sent again is answered as the first time.

ALTER TABLE voucher_use
  ADD COLUMN total BIGINT NULL AFTER positions;
