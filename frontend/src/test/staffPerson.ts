import type { OwnAccount, SessionResponse, StaffResponse } from '@/api/types'

/** Somebody of the staff, as an administrator reads about them. */
export const rina: StaffResponse = { staffId: 'stf_1', name: 'Rina Hartono', email: 'rina@contoh.id', language: 'id', roles: ['store_manager'], stores: ['sto_1'], state: 'active', secondFactor: true, createdAt: '2026-01-05T02:00:00Z' }

/** The same, as she reads about herself. */
export const ownAccount: OwnAccount = { staffId: 'stf_1', name: 'Rina Hartono', email: 'rina@contoh.id', language: 'id', roles: ['store_manager'], stores: ['sto_1'], secondFactor: true, secondFactorRequired: false, recoveryCodesLeft: 8 }

export const staffSession: SessionResponse = { kind: 'staff', csrfToken: 'token-2', displayName: 'Rina Hartono', staffId: 'stf_1', roles: ['store_manager'], stores: ['sto_1'], language: 'id', secondFactorNeeded: false }

/** So many stores, as they are read to be chosen from. */
export const storesOf = (...names: string[]) => ({ items: names.map((name, at) => ({ storeId: `sto_${at + 1}`, partnerId: 'par_1', programOwner: true, code: `s${at + 1}`, name, timeZone: 'Asia/Jakarta', region: '', state: 'open' })) })
