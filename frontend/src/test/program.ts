import type { ProgramResponse } from '@/api/types'

/** A program as the server tells it, on 22 November 2026 just after noon in Jakarta. */
export const program: ProgramResponse = {
  name: 'Kopi Senja',
  currency: 'IDR',
  timeZone: 'Asia/Jakarta',
  pointsName: { id: 'poin', en: 'points' },
  pointWorth: { amount: '10', currency: 'IDR' },
  joining: { minimumAge: 0, ageConfirmation: false },
  termsVersion: '1',
  languages: ['id', 'en'],
  demo: false,
  sandbox: false,
  mailPage: false,
  phoneChannel: true,
  tiers: [
    { code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1 },
    { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 },
  ],
  now: '2026-11-22T05:30:00Z',
  tierMonths: 6,
  earning: [],
}
