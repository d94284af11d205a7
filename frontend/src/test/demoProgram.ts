import type { ProgramResponse } from '@/api/types'

const rupiah = (amount: string) => ({ amount, currency: 'IDR' })

/** A program that runs on 22 November 2026, just after noon in Jakarta. */
export const demoProgram: ProgramResponse = {
  name: 'Kopi Senja',
  currency: 'IDR',
  timeZone: 'Asia/Jakarta',
  pointsName: { id: 'poin', en: 'points' },
  pointWorth: rupiah('10'),
  joining: { minimumAge: 0, ageConfirmation: false },
  termsVersion: '1',
  languages: ['id', 'en'],
  demo: false,
  sandbox: false,
  mailPage: false,
  phoneChannel: true,
  tiers: [],
  now: '2026-11-22T05:30:00Z',
  tierMonths: 6,
  earning: [],
}
