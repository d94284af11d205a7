import type { MemberResponse, Money, PurchaseResponse, Role, SessionResponse, Tier } from '@/api/types'

export const rupiah = (amount: number): Money => ({ amount: String(amount), currency: 'IDR' })
export const same = (text: string) => ({ id: text, en: text })
export const gold: Tier = { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 }
export const pointsOf = (available: number) => ({ available, pending: 0, held: 0, debt: 0, worth: rupiah(available * 10) })

/** Somebody of the staff in these roles. */
export function signedIn(...roles: Role[]) {
  const session: SessionResponse = { kind: 'staff', csrfToken: 'token', staffId: 'stf_1', displayName: 'Rina Hartono', roles, stores: [], secondFactorNeeded: false }
  return { 'GET /session': { body: session } }
}

/** What the server refuses at one field. */
export const refused = (pointer: string, detail: string) => ({ status: 422, body: { status: 422, code: 'validation_failed', title: 'Periksa isian', errors: [{ pointer, code: 'invalid', detail }] } })

/** Somebody else changed it since it was read. */
export const changedMeanwhile = { status: 412, body: { status: 412, code: 'changed_meanwhile', title: 'Sudah berubah' } }

export const member: MemberResponse = {
  memberId: 'mem_1', state: 'active', view: 'full', name: 'Budi Santoso', email: 'budi@contoh.id', phone: '+6281234567890', joinedAt: '2026-03-05T03:00:00Z', cards: [{ number: '6200000000001234', primary: true, state: 'active' }],
  points: pointsOf(1250), tier: gold, offers: [],
}

export const purchase: PurchaseResponse = {
  purchaseId: 'pur_1', replayed: false, state: 'attached', memberId: 'mem_1', store: { storeId: 'sto_1', name: 'Toko Menteng' }, channel: 'store', businessDate: '2026-11-22', till: '3', receiptNumber: '0091-4471',
  occurredAt: '2026-11-22T01:42:00Z', recordedAt: '2026-11-22T01:42:05Z', total: rupiah(125000), earningBase: rupiah(120000), pointsEarned: 120, pointsTakenBack: 0,
  lines: [{ position: 1, name: 'Kopi bubuk', quantity: '2', amount: rupiah(120000), category: 'Minuman > Kopi', points: 120, refundedQuantity: '0' }], explanation: [], warnings: [],
}
