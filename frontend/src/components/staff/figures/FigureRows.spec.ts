import { beforeEach, expect, it } from 'vitest'
import type { FigureRow } from '@/api/figures'
import { render, serve } from '@/test/render'
import FigureRows from './FigureRows.vue'

const at = { day: '2026-11-22', at: '2026-11-22T01:42:00Z' }

beforeEach(() => void serve({}))

it('lists purchases with receipt, store and amount, also nobody’s', () => {
  const rows: FigureRow[] = [{ ...at, kind: 'purchase', id: 'pur_1', storeName: 'Kemang', reference: '0091-4471', money: { amount: '25000', currency: 'IDR' }, points: 25 }]
  const text = render(FigureRows, { props: { rows } }).text()

  expect(text).toContain('0091-4471')
  expect(text).toContain('Rp25.000')
  expect(text).toContain('bukan anggota')
})

it('says why points moved in words', () => {
  const rows: FigureRow[] = [{ ...at, kind: 'transaction', id: 'txn_1', memberId: 'mem_1', reference: 'expiry', points: 40 }]

  expect(render(FigureRows, { props: { rows } }).text()).toContain('hangus')
})
