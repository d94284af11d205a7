import { expect, it } from 'vitest'
import type { Effect } from '@/api/types'
import { render } from '@/test/render'
import EffectList from './EffectList.vue'

const points = (available: number, debt = 0) => ({ available, pending: 0, held: 0, debt, worth: { amount: String(available * 10), currency: 'IDR' } })
const effects: Effect[] = [
  { memberId: 'mem_1', memberName: 'Sari Dewi', points: -120, debtAdded: 70, before: points(50), after: points(0, -70) },
  { memberId: 'mem_2', memberName: 'Budi Santoso', points: 120, debtAdded: 0, before: points(10), after: points(130) },
]

it('tells of each member what they lose or get, and what becomes debt', () => {
  const text = render(EffectList, { props: { effects } }).text()

  expect(text).toMatch(/Sari Dewi.*−120.*50 → 0.*70.poin sudah terpakai/s)
  expect(text).toMatch(/Budi Santoso.*\+120.*10 → 130/s)
  expect(text.match(/utang/g)).toHaveLength(1)
})
