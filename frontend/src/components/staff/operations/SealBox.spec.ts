import { expect, it } from 'vitest'
import { render } from '@/test/render'
import SealBox from './SealBox.vue'

const seal = { number: 7, sealedAt: '2026-11-22T00:00:00Z', feedPosition: 9, checked: true, holds: true, broken: 0 }

it.each([
  [42, '42 detik', false],
  [600, '10 menit', true],
  [9_000, '2 jam', true],
])('a seal of %i seconds is told as %s', (ageSeconds, words, late) => {
  const text = render(SealBox, { props: { seal: { ...seal, ageSeconds } } }).text().replaceAll('\u00a0', ' ')
  expect(text).toContain(words)
  expect(text.includes('Penyegelan terhenti')).toBe(late)
})

it('says which row is not as it was', () => {
  expect(render(SealBox, { props: { seal: { ...seal, ageSeconds: 3, holds: false, broken: 1, brokenTable: 'points_entry' } } }).get('[role=alert]').text()).toContain('points_entry')
})
