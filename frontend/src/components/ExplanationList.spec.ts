import { expect, it } from 'vitest'
import type { ExplanationItem } from '@/api/types'
import { render } from '@/test/render'
import ExplanationList from './ExplanationList.vue'

const items: ExplanationItem[] = [
  { ruleId: 'rul_1', ruleVersion: 7, name: { id: 'Dasar', en: 'Base' }, outcome: 'applied', points: 186, base: { amount: '186500', currency: 'IDR' }, reason: { id: 'Dibulatkan ke bawah', en: 'Rounded down' }, lines: [] },
  { ruleId: 'rul_2', ruleVersion: 1, name: { id: 'Ulang tahun', en: 'Birthday' }, outcome: 'not_applied', points: 0, reason: { id: 'Lahir bulan Maret', en: 'Born in March' }, lines: [] },
  { ruleId: 'rul_1', ruleVersion: 7, name: { id: 'Retur', en: 'Refund' }, outcome: 'taken_back', points: -42, reason: { id: '1 barang', en: '1 line' }, lines: [] },
]

it('tells of every rule what it gave, or why it gave nothing', () => {
  const rows = render(ExplanationList, { props: { items } }).findAll('li').map((row) => row.text())
  expect(rows[0]).toMatch(/Dasar.*dihitung dari Rp186\.500.*\+186/s)
  expect(rows[1]).toMatch(/tidak berlaku: Lahir bulan Maret.*0$/s)
  expect(rows[2]).toMatch(/−42$/)
})
