-- Offers whose benefit is a voucher of a reward, and those that wait for a second person's yes before they are published.

ALTER TABLE offer
  ADD COLUMN reward_id BINARY(16) NULL AFTER rule_id,
  ADD COLUMN approval_id BINARY(16) NULL,
  ADD COLUMN expected_points BIGINT NULL;

-- The redemption by which the member got the offer's voucher.
ALTER TABLE offer_activation
  ADD COLUMN redemption_id BINARY(16) NULL,
  ADD KEY activation_voucher (offer_id, redemption_id);
