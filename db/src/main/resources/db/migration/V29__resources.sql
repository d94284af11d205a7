-- A payment card's token is one more thing a member is known by; partners page through their own purchases.

ALTER TABLE member_identifier
  MODIFY COLUMN kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

ALTER TABLE purchase
  ADD KEY purchase_partner (partner_id, id);
