import { describe, expect, it } from 'vitest'
import { differences, put, valueAt } from './conflict'

const fields = [
  { path: 'name.id', label: 'Nama' },
  { path: 'points', label: 'Harga', show: (value: string) => `${value} poin` },
  { path: 'tiers', label: 'Tingkat' },
]
const before = { name: { id: 'Voucer' }, points: '100', tiers: [] as string[] }

describe('differences', () => {
  it('say who changed what, in words', () => {
    const mine = { name: { id: 'Voucer baru' }, points: '120', tiers: [] as string[] }
    const theirs = { name: { id: 'Voucer' }, points: '150', tiers: ['gold'] }
    expect(differences(fields, before, mine, theirs)).toEqual([
      { path: 'name.id', label: 'Nama', before: 'Voucer', mine: 'Voucer baru', theirs: 'Voucer', changed: 'mine' },
      { path: 'points', label: 'Harga', before: '100 poin', mine: '120 poin', theirs: '150 poin', changed: 'both' },
      { path: 'tiers', label: 'Tingkat', before: '', mine: '', theirs: 'gold', changed: 'theirs' },
    ])
  })

  it('are none where both made the same change', () => {
    const changed = { ...before, points: '150' }
    expect(differences(fields, before, changed, { ...changed })).toEqual([])
  })
})

it('reads and writes by path, through lists too', () => {
  const values = { tiers: [{ name: { id: 'Merah' } }] }
  put(values, 'tiers.0.name.id', 'Biru')
  expect(valueAt(values, 'tiers.0.name.id')).toBe('Biru')
  put(values, 'nowhere.at.all', 1)
  expect(values).toEqual({ tiers: [{ name: { id: 'Biru' } }] })
})
