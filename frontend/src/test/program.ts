import type { ProgramResponse } from '@/api/types'

/** A program as the server tells it, for components that ask for it. */
export const program: ProgramResponse = {
  name: 'Klub Melati',
  currency: 'IDR',
  timeZone: 'Asia/Jakarta',
  pointsName: { id: 'poin', en: 'points' },
  pointWorth: { amount: '10', currency: 'IDR' },
  joining: { minimumAge: 17, ageConfirmation: false },
  termsVersion: '1',
  languages: ['id', 'en'],
  demo: false,
  sandbox: false,
  mailPage: false,
  phoneChannel: false,
  tiers: [
    { code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1 },
    { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 },
  ],
  now: '2026-11-22T04:00:00Z',
  tierMonths: 12,
  earning: [],
}
