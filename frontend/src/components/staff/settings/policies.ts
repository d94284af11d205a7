import { client } from '@/api/client'

type Call = Promise<{ data?: unknown; error?: unknown; response: Response }>
export type Numbers = Record<string, number>

/** A setting that is nothing but whole numbers, each within its limits. */
export interface NumberPolicyOf {
  name: 'memberSpending' | 'receiptClaims' | 'rewards' | 'offers' | 'unclaimedMembers' | 'merging' | 'partnerLeaving'
  fields: { name: string; min: number; max: number }[]
  /** How the audit trail tells of it. */
  trail: { name: string } | { action: string }
  read: () => Call
  write: (value: never, header: { 'If-Match': string }) => Call
}

export const memberSpending: NumberPolicyOf = {
  name: 'memberSpending',
  fields: [{ name: 'proofFromPoints', min: 1, max: 1_000_000_000 }, { name: 'proofMinutes', min: 1, max: 1_440 }, { name: 'coolingHours', min: 0, max: 720 }],
  trail: { name: 'members.spending' },
  read: () => client.GET('/settings/member-spending'),
  write: (body, header) => client.PUT('/settings/member-spending', { params: { header }, body }),
}

export const receiptClaims: NumberPolicyOf = {
  name: 'receiptClaims',
  fields: [{ name: 'days', min: 1, max: 90 }],
  trail: { action: 'receipt_claims.changed' },
  read: () => client.GET('/settings/receipt-claims'),
  write: (body, header) => client.PUT('/settings/receipt-claims', { params: { header }, body }),
}

export const rewards: NumberPolicyOf = {
  name: 'rewards',
  fields: [{ name: 'cancelHours', min: 0, max: 720 }, { name: 'undoHours', min: 0, max: 720 }, { name: 'graceDays', min: 0, max: 90 }, { name: 'lowCodes', min: 0, max: 1_000_000 }],
  trail: { action: 'rewards.changed' },
  read: () => client.GET('/settings/rewards'),
  write: (body, header) => client.PUT('/settings/rewards', { params: { header }, body }),
}

export const offers: NumberPolicyOf = {
  name: 'offers',
  fields: [{ name: 'announcedPerWeek', min: 0, max: 14 }],
  trail: { action: 'offer_announcements.changed' },
  read: () => client.GET('/settings/offers'),
  write: (body, header) => client.PUT('/settings/offers', { params: { header }, body }),
}

export const unclaimedMembers: NumberPolicyOf = {
  name: 'unclaimedMembers',
  fields: [{ name: 'months', min: 1, max: 60 }],
  trail: { action: 'unclaimed_members.changed' },
  read: () => client.GET('/settings/unclaimed-members'),
  write: (body, header) => client.PUT('/settings/unclaimed-members', { params: { header }, body }),
}

export const merging: NumberPolicyOf = {
  name: 'merging',
  fields: [{ name: 'pointsAlone', min: 0, max: 1_000_000_000 }],
  trail: { name: 'members.merging' },
  read: () => client.GET('/settings/merging'),
  write: (body, header) => client.PUT('/settings/merging', { params: { header }, body }),
}

export const partnerLeaving: NumberPolicyOf = {
  name: 'partnerLeaving',
  fields: [{ name: 'refundDays', min: 0, max: 730 }],
  trail: { name: 'partners.leaving' },
  read: () => client.GET('/settings/partner-leaving'),
  write: (body, header) => client.PUT('/settings/partner-leaving', { params: { header }, body }),
}
