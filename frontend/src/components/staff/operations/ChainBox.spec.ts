import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ChainBox from './ChainBox.vue'

const chain = { kid: 'ter_1.2', since: '2026-11-01T00:00:00Z', nextNumber: 41, nextPrevious: 'x', missing: [] }

it('a chain without gaps says so', () => {
  const text = render(ChainBox, { props: { chain } }).text()
  expect(text).toContain('ter_1.2')
  expect(text).toContain('Tidak ada yang hilang')
})

it('missing numbers are named, one or several', () => {
  const missing = [{ first: 7, last: 7, noticedAt: '2026-11-02T00:00:00Z' }, { first: 12, last: 15, noticedAt: '2026-11-03T00:00:00Z' }]
  const gaps = render(ChainBox, { props: { chain: { ...chain, missing } } }).findAll('li').map((gap) => gap.text().replaceAll('\u00a0', ' '))
  expect(gaps[0]).toMatch(/^Nomor 7 belum datang/)
  expect(gaps[1]).toMatch(/^Nomor 12 sampai 15 belum datang/)
})
