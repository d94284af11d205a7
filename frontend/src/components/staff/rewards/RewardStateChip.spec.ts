import { expect, it } from 'vitest'
import { render } from '@/test/render'
import RewardStateChip from './RewardStateChip.vue'

it('names how a reward stands, in either language, and lights what members can get', () => {
  const chip = render(RewardStateChip, { props: { state: 'published' } })
  expect(chip.text()).toBe('Terbit')
  expect(chip.classes()).toContain('text-daun')
  expect(render(RewardStateChip, { props: { state: 'withdrawn' }, language: 'en' }).text()).toBe('Withdrawn')
})
