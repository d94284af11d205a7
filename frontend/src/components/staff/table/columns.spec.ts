import { expect, it } from 'vitest'
import { sorted } from './columns'

const columns = [{ name: 'name', label: 'Nama', order: (row: string) => row }, { name: 'length', label: 'Panjang', order: (row: string) => row.length }, { name: 'plain', label: 'Apa adanya' }]

it('orders by words and by figures, and leaves alone what has no order', () => {
  const rows = ['Toko 10', 'Toko 2', 'Apotek']
  expect(sorted(rows, columns, { column: 'name', down: false })).toEqual(['Apotek', 'Toko 2', 'Toko 10'])
  expect(sorted(rows, columns, { column: 'length', down: true })).toEqual(['Toko 10', 'Toko 2', 'Apotek'])
  expect(sorted(rows, columns, { column: 'plain', down: true })).toBe(rows)
  expect(sorted(rows, columns, undefined)).toBe(rows)
})
