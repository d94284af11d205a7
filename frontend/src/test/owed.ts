import type { Owed } from '@/api/books'

const rupiah = (amount: string) => ({ amount, currency: 'IDR' })

/** Points that are outstanding, as one partner pays for them. */
export const owed: Owed = {
  funder: { partnerId: 'par_1', code: 'sinar', name: 'Sinar Swalayan' },
  outstanding: 120_500,
  available: 118_000,
  pending: 2000,
  held: 500,
  debt: 75,
  value: rupiah('1205000'),
  breakageRate: '0.125',
  breakageFrom: 'setting',
  expectedBreakage: 15_062,
  expectedBreakageValue: rupiah('150620'),
  expiring: [],
}
