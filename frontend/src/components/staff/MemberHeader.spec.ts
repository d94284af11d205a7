import { expect, it } from 'vitest'
import type { StandingResponse } from '@/api/types'
import { render } from '@/test/render'
import { gold, member, rupiah, same } from '@/test/staff'
import { words } from '@/test/within'
import MemberHeader from './MemberHeader.vue'

const standing: StandingResponse = { tier: gold, reason: same(''), projected: gold, nextEvaluation: '2026-12-01', metric: { average: rupiah(450000), months: 3, monthSpends: [], kind: 'spend', window: 'rolling', firstMonth: '2026-08', lastMonth: '2026-10', sum: {} } }

it('tells who it is, how they are reached, and what they have', () => {
  const header = render(MemberHeader, { props: { member: { ...member, standing } } })
  expect(words(header.get('h1'))).toBe('Budi Santoso EmasAktif')
  expect(words(header.get('p')).replaceAll('\u2011', '-')).toBe('6200 0000 0000 1234 · budi@contoh.id · 0812-3456-7890 · Anggota sejak Maret 2026')
  expect(header.findAll('dl > div').map(words)).toEqual(['poin tersedia1.250', 'nilai poinRp12.500', 'rata-rata per bulanRp450.000'])
})

it('shows what waits, what is set aside and what is owed only where there is any', () => {
  const points = { ...member.points, pending: 30, held: 200, debt: -75 }
  const figures = render(MemberHeader, { props: { member: { ...member, state: 'frozen', points } } })
  expect(words(figures.get('h1'))).toContain('Dibekukan')
  expect(figures.findAll('dl > div').slice(2).map(words)).toEqual(['poin tertunda30', 'poin direservasi200', 'utang poin75'])
})
