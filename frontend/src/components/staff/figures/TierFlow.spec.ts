import { beforeEach, expect, it } from 'vitest'
import type { TierMonth } from '@/api/figures'
import { render, serve } from '@/test/render'
import TierFlow from './TierFlow.vue'

const name = (text: string) => ({ id: text, en: text })
const tiers: TierMonth = {
  month: '2026-11',
  finishedAt: '2026-10-31T17:04:00Z',
  moves: [
    { from: 'red', fromName: name('Merah'), to: 'gold', toName: name('Emas'), up: true, members: 20 },
    { from: 'gold', fromName: name('Emas'), to: 'red', toName: name('Merah'), up: false, members: 7 },
  ],
}

beforeEach(() => void serve({}))

it('tells how many rose and fell, and from where to where', () => {
  const text = render(TierFlow, { props: { tiers } }).text()

  expect(text).toMatch(/20.anggota naik/)
  expect(text).toMatch(/7.anggota turun/)
  expect(text).toContain('Merah')
})

it('says so while the evaluation is not done, and where nobody moved', () => {
  expect(render(TierFlow, { props: { tiers: { ...tiers, finishedAt: undefined, moves: [] } } }).text()).toContain('belum selesai')
  expect(render(TierFlow, { props: { tiers: { ...tiers, moves: [] } } }).text()).toContain('Tidak ada anggota yang pindah')
})
