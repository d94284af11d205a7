import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TierRing from './TierRing.vue'

const shareDrawn = (progress: number) => {
  const [drawn, around] = render(TierRing, { props: { progress, text: '' } }).findAll('circle')[1]!.attributes('stroke-dasharray')!.split(' ').map(Number)
  return drawn! / around!
}

it('is drawn as far as the member has come, with the figure inside', () => {
  expect(shareDrawn(0.25)).toBeCloseTo(0.25)
  expect(render(TierRing, { props: { progress: 0.25, text: '25%' } }).get('text').text()).toBe('25%')
})

it('shows a beginning even of nothing, and never goes round twice', () => {
  expect(shareDrawn(0)).toBeCloseTo(0.03)
  expect(shareDrawn(1.7)).toBeCloseTo(1)
})
