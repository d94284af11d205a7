import { beforeEach, expect, it } from 'vitest'
import type { FunderClosing, Owed } from '@/api/books'
import { render, serve } from '@/test/render'
import FunderReport from './FunderReport.vue'

const money = (amount: string) => ({ amount, currency: 'IDR' })
const funder = { partnerId: 'par_1', code: 'klub', name: 'Klub Nusantara' }
const outstanding: Owed = { outstanding: 1300, available: 1300, pending: 0, held: 0, debt: 0, value: money('13000'), breakageRate: '0', breakageFrom: 'setting', expectedBreakage: 0, expectedBreakageValue: money('0'), expiring: [] }
const report: FunderClosing = { funder, broughtForward: 1000, issued: 500, opening: 0, redeemed: 150, redeemedAt: [], expired: 50, adjusted: 0, outstanding, revaluation: money('0'), reconciled: true }

beforeEach(() => void serve({}))

it('shows a month as a sum that comes out', () => {
  const text = render(FunderReport, { props: { report } }).text()

  expect(text).toContain('+500')
  expect(text).toContain('−150')
  expect(text).toContain('−50')
  expect(text).toMatch(/1\.300.poin/)
  expect(text).toContain('Cocok dengan buku besar')
})

it('says where the figures do not agree, and what a change of value did', () => {
  const text = render(FunderReport, { props: { report: { ...report, reconciled: false, revaluation: money('-500') } } }).text()

  expect(text).toContain('Tidak cocok')
  expect(text).toContain('Perubahan nilai saldo awal')
})
