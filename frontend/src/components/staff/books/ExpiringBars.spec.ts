import { beforeEach, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import ExpiringBars from './ExpiringBars.vue'

beforeEach(() => void serve({}))

it('tells month by month what lapses, and what never does', () => {
  const months = [{ month: '2026-12', points: 8101, value: { amount: '81010', currency: 'IDR' } }, { points: 40, value: { amount: '400', currency: 'IDR' } }]
  const rows = render(ExpiringBars, { props: { months } }).findAll('tbody tr')

  expect(rows[0]!.text()).toMatch(/Desember.2026/)
  expect(rows[0]!.text()).toContain('8.101')
  expect(rows[1]!.text()).toContain('Tidak hangus')
})

it('says where there is nothing', () => {
  expect(render(ExpiringBars, { props: { months: [] } }).text()).toContain('Belum ada poin')
})
